// A list of fixed capacity, for requests with several uses.
#pragma once

#include <cstddef>
#include <initializer_list>

namespace redline::inline v0_1 {

/// Up to `Most` values one after another. One that holds more than that is not valid, and neither is a request with it.
/// constexpr, no heap.
template <class T, std::size_t Most>
class list_of {
public:
    using value_type = T;

    constexpr list_of() noexcept = default;
    /// These values, in their order; not valid where there are more than `Most`.
    constexpr list_of(std::initializer_list<T> values) noexcept
    {
        for (T const& v : values) add(v);
    }
    /// Adds a value at the end. Where there is no room, it is left out, and the list is not valid from then on.
    constexpr list_of& add(T const& value) noexcept
    {
        if (size_ == Most) valid_ = false;
        else values_[size_++] = value;
        return *this;
    }
    constexpr T const* begin() const noexcept { return values_; }
    constexpr T const* end() const noexcept { return values_ + size_; }
    constexpr std::size_t size() const noexcept { return size_; }
    /// Whether all that was added had room.
    constexpr bool valid() const noexcept { return valid_; }

private:
    T values_[Most == 0 ? 1 : Most] = {};
    std::size_t size_ = 0;
    bool valid_ = true;
};

}  // namespace redline::inline v0_1
