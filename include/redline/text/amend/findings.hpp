// What is found wrong while amendments are applied: diagnostics that say of which document.
#pragma once

#include "document.hpp"
#include "pieces.hpp"

#include "../../core/nearest.hpp"

#include <vector>

namespace redline::inline v0_1 {

/// A diagnostic of one of several documents: the contract that is amended is number 0, its amendments follow from 1 in the
/// order in which they are applied. The related place, where there is one, may be in another document.
/// A place whose `source` is not 0 is of a text that the contract imports.
struct amended_diagnostic : text::diagnostic {
    std::uint32_t document = 0;
    std::uint32_t related_document = 0;
};

/// The one diagnostic where there was no memory for others.
constexpr amended_diagnostic amended_without_memory() noexcept
{
    amended_diagnostic d{};
    d.is = text::code::no_memory;
    d.where = {0, 0, 1, 1};
    return d;
}

}  // namespace redline::inline v0_1

namespace redline::inline v0_1::text::amend {

/// Takes what is wrong with one document.
class findings {
public:
    findings(std::vector<amended_diagnostic>& to, document const& of, std::uint32_t number) noexcept
        : to_{to}, of_{of}, number_{number}
    {}

    amended_diagnostic& report(code is, token const& at, std::string_view what = {})
    {
        amended_diagnostic d{};
        d.is = is;
        d.where = place_in(of_.text(), at.offset, at.length);
        d.subject = unquoted(of_.spelled(at));
        d.detail = what;
        d.document = d.related_document = number_;
        to_.push_back(d);
        return to_.back();
    }
    static std::string_view unquoted(std::string_view spelled) noexcept
    {
        return spelled.size() >= 2 && spelled.front() == '"' ? spelled.substr(1, spelled.size() - 2) : spelled;
    }

private:
    std::vector<amended_diagnostic>& to_;
    document const& of_;
    std::uint32_t number_;
};

}  // namespace redline::inline v0_1::text::amend
