// Columns: what stands below one another in declarations of one kind, in stages, and behind labels.
#pragma once

#include "words.hpp"

#include <algorithm>
#include <array>

namespace redline::inline v0_1::text::layout {

/// Behind how many words of a sentence a column begins, and which; columns count from 1.
struct cell {
    std::size_t word = 0;
    unsigned column = 0;
};
inline constexpr unsigned most_columns = 4;
/// The first place of each column; 0 where nothing says where it begins.
using column_places = std::array<std::size_t, most_columns>;

/// A cell wider than this does not push the others of its column.
inline constexpr std::size_t widest_cell = 40;

/// A label longer than this does not push the terms behind the others.
inline constexpr std::size_t widest_label = 8;

/// The cells of a sentence but the first, which begins it; none where its kind has no columns.
inline std::vector<cell> cells_of(std::vector<laid_word> const& words)
{
    std::vector<cell> cells;
    auto const find = [&](std::size_t from, auto const& fits, unsigned column) {
        for (std::size_t i = cells.empty() ? from : std::max(from, cells.back().word + 1); i < words.size(); ++i)
            if (fits(words[i])) return cells.push_back({i, column});
    };
    auto const is = [](auto... any) { return [=](laid_word const& w) { return ((w.is == any) || ...); }; };
    auto const description = is(terminal::string);
    switch (words.front().is) {
    case terminal::party:
    case terminal::event:
    case terminal::use: find(2, description, 1); break;
    case terminal::fact:
    case terminal::authority:
    case terminal::define:
    case terminal::safeguard:
    case terminal::stage:
        find(
            2, [](laid_word const&) { return true; }, 1);
        break;
    case terminal::late:
    case terminal::refusal:
        find(
            1, [](laid_word const&) { return true; }, 1);
        break;
    case terminal::role:
        find(2, is(terminal::of, terminal::independent), 1);
        find(3, description, 2);
        break;
    case terminal::mission:
        find(2, is(terminal::sensitive), 1);
        find(2, description, 2);
        break;
    case terminal::evidence:
        find(2, is(terminal::from), 1);
        find(4, is(terminal::valid), 2);
        find(4, description, 3);
        break;
    default: break;
    }
    return cells;
}

/// Whether two sentences, one below the other, share their columns.
constexpr bool share_columns(terminal a, terminal b) noexcept
{
    auto const kind = [](terminal t) { return t == terminal::refusal ? terminal::late : t; };
    return kind(a) == kind(b);
}

/// Where the columns of sentences that share them begin.
inline column_places places_of(std::vector<std::vector<laid_word> const*> const& group)
{
    column_places widths{}, places{};
    for (std::vector<laid_word> const* const words : group) {
        std::vector<cell> const cells = cells_of(*words);
        std::size_t from = 0;
        unsigned column = 0;
        for (cell const& c : cells) {
            std::size_t width = 0;
            for (; from != c.word; ++from) width += columns_of((*words)[from].text) + 1;
            if (width <= widest_cell) widths[column] = std::max(widths[column], width);
            column = c.column;
        }
    }
    for (unsigned c = 1; c != most_columns; ++c) places[c] = places[c - 1] + widths[c - 1];
    return places;
}

}  // namespace redline::inline v0_1::text::layout
