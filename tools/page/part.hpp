// What is put into a template: the one place that knows the template library.
#pragma once

#include "words.hpp"

#include <functional>
#include <string>

namespace ctemplate {
class TemplateDictionary;
}

namespace redline::tool::page {

/// The values of a template, or of a section of one. Everything that is set is escaped where it stands, as that place of the
/// HTML asks. A handle: copies are the same part.
class part {
public:
    explicit part(ctemplate::TemplateDictionary& of) noexcept : of_{&of} {}

    void set(char const* name, std::string const& value);
    void set(char const* name, long value);
    /// Shows a section that has no values of its own.
    void show(char const* section);
    /// Shows a section once more, with values of its own.
    part add(char const* section);
    /// Puts another template in, once more.
    part include(char const* name, char const* file);
    /// Puts words in.
    void set(char const* name, words const& all);
    /// Puts words of a line in, of which some are marked.
    void set(char const* name, words const& all, std::vector<bool> const& marked);

private:
    void put(char const* name, piece const& p, bool marked);

    ctemplate::TemplateDictionary* of_;
};

/// The page whose body is a template, `contract.html`. Throws `failure` where a template is not as it should be.
std::string rendered(char const* body, std::string const& title, std::function<void(part)> const& fill);

}  // namespace redline::tool::page
