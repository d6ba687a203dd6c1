// Lays sentences out one below the other.
#pragma once

#include "lines.hpp"

namespace redline::inline v0_1::text::layout {

/// Makes the canonical layout of a text, block by block. Linear, but for the words of one sentence; allocates.
class printer {
public:
    explicit printer(item_list const& of) : of_{of}, out_{of}, all_{sentence_splitter{of}.split()}, words_(all_.size())
    {
        word_maker maker{of};
        for (std::size_t i = 0; i != all_.size(); ++i)
            if (has_tokens(all_[i])) words_[i] = maker.words(all_[i]);
        measure_labels();
    }

    std::vector<std::string> print()
    {
        bool fresh = true;  // nothing stands above in this block
        std::size_t group_ends = 0;
        column_places columns{};
        for (std::size_t i = 0; i != all_.size(); ++i) {
            laid_sentence const& s = all_[i];
            if (s.blank_before && !fresh && s.kind != sentence_kind::closing && s.kind != sentence_kind::next_block)
                out_.blank_line();
            fresh = s.kind == sentence_kind::opening || s.kind == sentence_kind::next_block;
            std::size_t const indent = std::size_t{s.depth} * 2;
            switch (s.kind) {
            case sentence_kind::next_block: out_.next_block(); continue;
            case sentence_kind::comment: out_.comment_line(of_.items[s.first].text, indent); continue;
            default: break;
            }
            if (i >= group_ends) columns = columns_from(i, group_ends);
            print(i, indent, columns);
        }
        return out_.finish();
    }

private:
    static bool has_tokens(laid_sentence const& s) noexcept
    {
        return s.kind != sentence_kind::comment && s.kind != sentence_kind::next_block;
    }
    bool starts_with_label(std::size_t i) const { return (words_[i].front().classes & is_label) != 0; }

    void print(std::size_t i, std::size_t indent, column_places columns)
    {
        laid_sentence const& s = all_[i];
        std::vector<laid_word> const& words = words_[i];
        std::vector<cell> cells = cells_of(words);
        std::size_t const first = columns_of(words.front().text);
        std::size_t hang = first + 1;
        if (starts_with_label(i)) {
            hang = std::max(label_width(s), first) + 2;
            cells = {{1, 1}};
            columns[1] = hang;
        }
        out_.sentence(words, cells, columns, indent, hang,
                      s.trailing == none ? std::string_view{} : of_.items[s.trailing].text);
    }

    /// The columns of the sentences from one on that share them, and where these end.
    column_places columns_from(std::size_t first, std::size_t& behind)
    {
        std::vector<std::vector<laid_word> const*> group;
        std::size_t i = first;
        for (; i != all_.size(); ++i) {
            laid_sentence const& s = all_[i];
            if (i != first && (s.blank_before || s.depth != all_[first].depth)) break;
            if (s.kind == sentence_kind::comment) continue;
            if (s.kind != sentence_kind::statement) break;
            if (!share_columns(words_[i].front().is, words_[first].front().is)) break;
            bool const whole = std::all_of(words_[i].begin(), words_[i].end(),
                                           [](laid_word const& w) { return w.first_behind == w.last_behind; });
            if (whole) group.push_back(&words_[i]);
        }
        behind = std::max(i, first + 1);
        return places_of(group);
    }

    /// The widest label of a document, or of a template; those that are too wide left out.
    void measure_labels()
    {
        label_widths_.resize(all_.size() + 1);
        for (std::size_t i = 0; i != all_.size(); ++i) {
            if (!has_tokens(all_[i]) || !starts_with_label(i)) continue;
            std::size_t const width = columns_of(words_[i].front().text);
            std::size_t& widest = label_widths_[place_of(all_[i])];
            if (width <= widest_label) widest = std::max(widest, width);
        }
    }
    std::size_t place_of(laid_sentence const& s) const noexcept { return s.owner == none ? all_.size() : s.owner; }
    std::size_t label_width(laid_sentence const& s) const { return label_widths_[place_of(s)]; }

    item_list const& of_;
    line_filler out_;
    std::vector<laid_sentence> all_;
    std::vector<std::vector<laid_word>> words_;
    std::vector<std::size_t> label_widths_;
};

}  // namespace redline::inline v0_1::text::layout
