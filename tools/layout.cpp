#include "layout.hpp"

#include "redline/text/layout.hpp"

namespace redline::tool {

laid_out lay_out_source(source const& file)
{
    laid_out_text const found = lay_out(file.text, file.literate ? text_format::literate : text_format::plain);
    laid_out result;
    contract read;
    read.text = file.text;
    for (text::diagnostic const& d : found.diagnostics) result.findings.push_back(finding_of(file.name, read, d));
    if (found.ok) result.text = found.text;
    return result;
}

}  // namespace redline::tool
