#include "chain_diagram.hpp"

#include "redline/core/proof/words_piece.hpp"

#include <algorithm>

namespace redline::tool::page {

namespace {

constexpr int left = 8, right = 238, late_at = 270, refused_at = 306;  // the stages, and two rails beside them
constexpr int line_height = 18, chip_line = 16;

/// Breaks text into lines of so many characters: behind blanks, underscores and dots, or where it must.
std::vector<std::string> broken(std::string_view text, std::size_t most)
{
    std::vector<std::string> lines;
    while (text.size() > most) {
        std::size_t end = text.find_last_of(" _.", most - 1);
        end = end == text.npos || end == 0 ? most : end + 1;
        lines.emplace_back(text.substr(0, end));
        if (lines.back().back() == ' ') lines.back().pop_back();
        text.remove_prefix(end);
    }
    lines.emplace_back(text);
    return lines;
}

class chain_layout {
public:
    chain_layout(rule_set const& rules, chain_entry const& c) : rules_{rules}, chain_{c} {}

    diagram_of_chain all()
    {
        constexpr int opened = 30;
        box(mark::end, left, 6, right - left, opened);
        write(lettering::plain, left + 12, 26, "Opened by whoever asks");
        y_ = 6 + opened;
        for (std::uint32_t s = chain_.stages.first; s != chain_.stages.last; ++s) stage(rules_.stages[s]);
        arrow(24);
        finish();
        return std::move(out_);
    }

private:
    void box(mark is, int x, int y, int width, int height) { out_.boxes.push_back({is, x, y, width, height}); }
    void line(mark is, int x, int y, int to_x, int to_y, bool arrow = false)
    {
        out_.lines.push_back({is, x, y, to_x, to_y, arrow});
    }
    void write(lettering is, int x, int y, std::string text, bool to_the_left = false)
    {
        out_.texts.push_back({is, x, y, to_the_left, std::move(text)});
    }
    void arrow(int length)
    {
        line(mark::flow, (left + right) / 2, y_, (left + right) / 2, y_ + length, true);
        y_ += length;
    }

    void stage(stage_entry const& s)
    {
        arrow(24);
        int const top = y_;
        bool const timed = s.within != unlimited;
        std::size_t const box_at = out_.boxes.size();
        box(mark::stage, left, top, right - left, 0);
        if (timed) {
            write(lettering::plain, right - 8, top + 20, "late \xE2\x96\xB8", true);
            line(mark::late, right, top + 15, late_at, top + 15);
            if (first_late_ == 0) first_late_ = top + 15;
        }
        y_ = top + 4;
        for (std::string const& name : broken(rules_(s.name), 18))
            write(lettering::heading, left + 10, y_ += line_height - 2, name);
        write(lettering::plain, left + 10, y_ += line_height, quorum(s));
        y_ += 8;
        roles(s);
        y_ += line_height;
        if (timed) write(lettering::plain, left + 10, y_, "within " + proof::duration_in_words(s.within));
        else write(lettering::plain, left + 10, y_, "no deadline");
        write(lettering::plain, right - 8, y_, "refused \xE2\x96\xB8", true);
        line(mark::refused, right, y_ - 4, refused_at, y_ - 4);
        if (first_refused_ == 0) first_refused_ = y_ - 4;
        y_ += 10;
        out_.boxes[box_at].height = y_ - top;
    }
    static std::string quorum(stage_entry const& s)
    {
        std::uint64_t const members = s.members.last - s.members.first;
        if (s.persons)
            return proof::number_in_words(s.number) + (s.number == 1 ? " person in" : " different persons in");
        if (members == 1) return "signed by";
        if (s.number == 1) return "signed by one of";
        if (s.number == members) return "signed by all of";
        return "signed by " + proof::number_in_words(s.number) + " of";
    }
    /// Who signs: one below the other.
    void roles(stage_entry const& s)
    {
        for (std::uint32_t m = s.members.first; m != s.members.last; ++m) {
            auto const lines = broken(rules_(rules_.roles[rules_.chain_roles[m]].name), 26);
            int const height = static_cast<int>(lines.size()) * chip_line + 8;
            box(mark::role, left + 10, y_, right - left - 20, height);
            for (std::size_t i = 0; i != lines.size(); ++i)
                write(lettering::name, left + 18, y_ + 16 + static_cast<int>(i) * chip_line, lines[i]);
            y_ += height + 6;
        }
    }

    void finish()
    {
        std::vector<std::string> said{"complete"};
        if (chain_.valid != unlimited) said.push_back("valid for " + proof::duration_in_words(chain_.valid));
        if (chain_.once) said.emplace_back("for one use");
        int const height = static_cast<int>(said.size()) * line_height + 12;
        box(mark::end, left, y_, right - left, height);
        for (std::size_t i = 0; i != said.size(); ++i)
            write(i == 0 ? lettering::heading : lettering::plain, left + 12,
                  y_ + 20 + static_cast<int>(i) * line_height, said[i]);
        y_ += height + 18;
        if (first_late_ != 0) end_of(mark::late, "Time is up: ", chain_.late, late_at, first_late_, refused_at - 12);
        end_of(mark::refused, "Refused: ", chain_.refusal, refused_at, first_refused_, diagram_of_chain::width - 8);
        out_.height = y_ - 6;
    }
    /// Where a rail leads, which begins at `from`.
    void end_of(mark is, std::string what, std::uint32_t to, int at, int from, int box_right)
    {
        what += to == none ? "the sign-off is refused" : "goes on to " + std::string{rules_(rules_.chains[to].name)};
        auto const lines = broken(what, static_cast<std::size_t>((box_right - left - 20) / 8));
        int const height = static_cast<int>(lines.size()) * line_height + 12;
        line(is, at, from, at, y_, true);
        box(is, left, y_, box_right - left, height);
        for (std::size_t i = 0; i != lines.size(); ++i)
            write(lettering::plain, left + 12, y_ + 20 + static_cast<int>(i) * line_height, lines[i]);
        y_ += height + 12;
    }

    rule_set const& rules_;
    chain_entry const& chain_;
    diagram_of_chain out_;
    int y_ = 0, first_late_ = 0, first_refused_ = 0;
};

}  // namespace

diagram_of_chain lay_out(rule_set const& rules, chain_entry const& c) { return chain_layout{rules, c}.all(); }

}  // namespace redline::tool::page
