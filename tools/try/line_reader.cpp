#include "line_reader.hpp"

namespace redline::tool {

std::optional<std::string> line_reader::next()
{
    std::string line;
    for (;;) {
        std::size_t const end = waiting_.find('\n');
        std::size_t const taken = end == std::string::npos ? waiting_.size() : end;
        line.append(waiting_, 0, line.size() < longest ? std::min(taken, longest - line.size()) : 0);
        if (end != std::string::npos) {
            waiting_.erase(0, end + 1);
            return line;
        }
        waiting_.clear();
        if (ended_) break;
        char room[1024];
        std::size_t const count = input_.read(room, sizeof room);
        ended_ = count == 0;
        waiting_.assign(room, count);
    }
    // A last line may lack its end.
    if (line.empty()) return std::nullopt;
    return line;
}

std::string_view trimmed(std::string_view text) noexcept
{
    constexpr std::string_view blanks = " \t\r\f\v";
    std::size_t const first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace redline::tool
