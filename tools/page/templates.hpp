// The templates of pages, which the build puts into the command.
#pragma once

#include <cstddef>
#include <iterator>

namespace redline::tool::page {

/// One file of templates/.
struct embedded_template {
    char const* name;  // `page.html`
    char const* text;
};
extern embedded_template const embedded_templates[];
extern std::size_t const embedded_template_count;

}  // namespace redline::tool::page
