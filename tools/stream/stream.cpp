#include "stream.hpp"

#include "../output.hpp"
#include "answerer.hpp"
#include "in_order.hpp"
#include "line_blocks.hpp"

#include <cstring>

namespace redline::tool {

namespace {

/// A block of lines and its answers.
struct answered_block {
    line_block lines;
    std::string answers;
    std::vector<record::record_text> records;
    bool all_valid = true;
};

void answer_lines(answerer& by, answered_block& block)
{
    block.answers.clear();
    block.records.clear();
    block.all_valid = true;
    std::uint64_t number = block.lines.first_line;
    if (block.lines.too_long) {
        append_error(block.answers, "the line has more than 16 MiB, the most that is read", number);
        block.answers += '\n';
        block.all_valid = false;
        return;
    }
    std::string_view left = block.lines.lines();
    for (; !left.empty(); ++number) {
        void const* const found = std::memchr(left.data(), '\n', left.size());
        std::size_t const length =
            found == nullptr ? left.size() : static_cast<std::size_t>(static_cast<char const*>(found) - left.data());
        block.all_valid = by.answer(left.substr(0, length), number, block.answers, block.records) && block.all_valid;
        left.remove_prefix(found == nullptr ? length : length + 1);
    }
}

}  // namespace

bool answer_stream(rule_set const& rules, open_file& requests, unsigned threads, decision_log* log)
{
    decision_writer const writer{rules};
    line_blocks blocks{requests};
    bool all_valid = true;
    auto const read = [&](answered_block& b) { return blocks.next(b.lines); };
    auto const write = [&](answered_block& b) {
        if (log != nullptr) log->write(b.records);
        print(b.answers);
        all_valid = all_valid && b.all_valid;
    };
    if (threads <= 1) {
        answerer one{rules, writer, log};
        for (answered_block b; read(b); write(b)) answer_lines(one, b);
    }
    else
        in_order<answered_block>(
            threads, read,
            [&] {
                return [by = answerer{rules, writer, log}](answered_block& b) mutable { answer_lines(by, b); };
            },
            write);
    return all_valid;
}

}  // namespace redline::tool
