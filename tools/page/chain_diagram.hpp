// A sign-off chain laid out as a picture: what stands where, for a drawing that a phone holds.
#pragma once

#include "redline/core/rule_set.hpp"

#include <string>
#include <vector>

namespace redline::tool::page {

/// What a shape shows; it has the look of its class in style.css. `late` and `refused` are what happens then.
enum class mark : std::uint8_t { flow, stage, role, end, late, refused };

struct diagram_box {
    mark is = mark::stage;
    int x = 0, y = 0, width = 0, height = 0;
};
struct diagram_line {
    mark is = mark::flow;
    int from_x = 0, from_y = 0, to_x = 0, to_y = 0;
    bool arrow = false;  // at its end, which is then straight below its start
};
enum class lettering : std::uint8_t { plain, heading, name };
struct diagram_text {
    lettering is = lettering::plain;
    int x = 0, y = 0;          // of its base line
    bool to_the_left = false;  // ends at `x`, else begins there
    std::string text;
};

/// A drawing, in units of about one pixel.
struct diagram_of_chain {
    static constexpr int width = 340;
    int height = 0;
    std::vector<diagram_line> lines;
    std::vector<diagram_box> boxes;
    std::vector<diagram_text> texts;
};

/// Lays a chain out: its stages in order, who signs each and by when, where it goes when time is up or somebody refuses.
/// Names of any length are broken, so that all stays within the width. Linear in the chain; language reference, "What a
/// sign-off chain is".
diagram_of_chain lay_out(rule_set const& rules, chain_entry const& c);

}  // namespace redline::tool::page
