// Words put together in a string.
#pragma once

#include <string>
#include <string_view>

namespace redline::inline v0_1::proof {

/// Appends to a string; an `Out` of the functions that write values.
class string_words {
public:
    explicit string_words(std::string& to) noexcept : to_{to} {}
    string_words& operator<<(std::string_view s)
    {
        to_ += s;
        return *this;
    }

private:
    std::string& to_;
};

}  // namespace redline::inline v0_1::proof
