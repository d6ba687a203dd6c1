// What is wrong with a request, in words.
#include "request_reader.hpp"

#include "../characters.hpp"

#include <algorithm>

namespace redline::tool {

namespace {

std::string quoted(std::string_view text)
{
    constexpr std::size_t longest = 80;
    std::size_t cut = std::min(longest, text.size());
    while (cut != text.size() && cut != 0 && (static_cast<unsigned char>(text[cut]) & 0xC0u) == 0x80u) --cut;
    std::string out{"`"};
    return out.append(printable(text.substr(0, cut))).append(cut == text.size() ? "`" : "…`");
}

std::string_view what_is_wrong(request_fault f)
{
    switch (f) {
    case request_fault::unknown_name: return " is not declared";
    case request_fault::wrong_type: return " is of another type";
    case request_fault::bad_date: return " is no day of the calendar";
    case request_fault::bad_duration: return " is no duration";
    case request_fault::given_twice: return " is given twice";
    case request_fault::too_many_uses: return " is one use too many";
    default: return "";
    }
}

std::string subject_of(request_error const& e)
{
    if (e.fault == request_fault::no_use) return quoted(e.member) + " is missing";
    if (e.fault == request_fault::unknown_name && e.member == "request")
        return quoted(e.name) + " is no member of a request";
    std::string const place = e.member == e.name ? std::string{} : quoted(e.member) + ": ";
    return place + quoted(e.name) + std::string{what_is_wrong(e.fault)};
}

}  // namespace

std::string message_of(request_error const& e)
{
    if (e.fault == request_fault::nothing) return {};
    std::string out = subject_of(e);
    if (!e.expected.empty()) out.append("; expected ").append(e.expected);
    if (!e.nearest.empty()) out.append("; did you mean ").append(quoted(e.nearest)).append("?");
    return out;
}

}  // namespace redline::tool
