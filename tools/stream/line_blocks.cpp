#include "line_blocks.hpp"

#include "../json/request_reader.hpp"

#include <algorithm>
#include <cstring>

namespace redline::tool {

namespace {

constexpr std::size_t usual_size = std::size_t{256} << 10;

/// One more than where the last line break stands, or 0.
std::size_t behind_last_break(char const* text, std::size_t from, std::size_t to)
{
    while (to != from && text[to - 1] != '\n') --to;
    return to == from ? 0 : to;
}

std::uint64_t line_breaks(std::string_view text)
{
    std::uint64_t count = 0;
    for (;; ++count) {
        void const* const found = text.empty() ? nullptr : std::memchr(text.data(), '\n', text.size());
        if (found == nullptr) return count;
        text.remove_prefix(static_cast<std::size_t>(static_cast<char const*>(found) - text.data()) + 1);
    }
}

}  // namespace

bool line_blocks::next(line_block& to)
{
    std::size_t filled = rest_.size();
    if (to.memory.size() < filled + usual_size) to.memory.resize(filled + usual_size);
    if (filled != 0) std::memcpy(to.memory.data(), rest_.data(), filled);
    rest_.clear();
    to.first_line = lines_ + 1;
    to.too_long = false;
    std::size_t whole = 0;
    while (whole == 0 && !ended_) {
        std::size_t room = to.memory.size() - json_padding - filled;
        if (room == 0) {
            if (filled > size_limit) return skip_line(to);
            to.memory.resize(std::min(to.memory.size() * 2, size_limit + 1 + json_padding));
            room = to.memory.size() - json_padding - filled;
        }
        std::size_t const count = file_.read(to.memory.data() + filled, room);
        ended_ = count == 0;
        whole = behind_last_break(to.memory.data(), filled, filled + count);
        filled += count;
    }
    to.size = ended_ ? filled : whole;
    keep(to, to.size, filled);
    lines_ += line_breaks(to.lines());
    return to.size != 0;
}

/// Drops the line that `to` is full of, and what is still to come of it.
bool line_blocks::skip_line(line_block& to)
{
    to.size = 0;
    to.too_long = true;
    ++lines_;
    for (;;) {
        std::size_t const count = file_.read(to.memory.data(), usual_size);
        ended_ = count == 0;
        void const* const found = ended_ ? nullptr : std::memchr(to.memory.data(), '\n', count);
        if (ended_) break;
        if (found == nullptr) continue;
        keep(to, static_cast<std::size_t>(static_cast<char const*>(found) - to.memory.data()) + 1, count);
        break;
    }
    return true;
}

void line_blocks::keep(line_block const& of, std::size_t from, std::size_t to)
{
    rest_.assign(of.memory.begin() + static_cast<std::ptrdiff_t>(from),
                 of.memory.begin() + static_cast<std::ptrdiff_t>(to));
}

}  // namespace redline::tool
