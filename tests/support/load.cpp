// The one place of the tests that includes Spirit.
#include "load.hpp"

#include "files.hpp"

#include "redline/text/load.hpp"
#include "redline/text/walker.hpp"

namespace redline_test {

contract load(std::string_view text, engine by, format as, warnings wanted)
{
    using redline::warnings_wanted;
    redline::load_options options;
    options.format = as == format::literate ? redline::text_format::literate : redline::text_format::plain;
    options.warnings = wanted == warnings::yes ? warnings_wanted::yes : warnings_wanted::no;
    options.name = "the text";
    options.imports = [](std::string_view written, std::string_view) {
        redline::imported_source got;
        auto const file = source_dir() / "grammar/conformance/imported" / written;
        got.name = written;
        got.found = std::filesystem::exists(file);
        if (got.found) got.text = read_file(file);
        else got.why = "there is no such file";
        if (file.extension() == ".md") got.format = redline::text_format::literate;
        return got;
    };
    return load(text, options, by);
}

contract load(std::string_view text, redline::load_options const& options, engine by)
{
    auto const loaded = std::make_shared<redline::loaded_contract const>(
        by == engine::spirit ? redline::load(text, options)
                             : redline::contract_loader<redline::text::walking_engine>::load(text, options));
    return {loaded->ok(),      loaded->rules(),         loaded->scenarios(), loaded->diagnostics(),
            loaded->sources(), loaded->expanded_text(), loaded->map(),       loaded};
}

}  // namespace redline_test
