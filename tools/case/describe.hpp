// A case in words, and as JSON.
#pragma once

#include "../json/request_json.hpp"

#include "redline/record/case_desk.hpp"

#include <string>
#include <vector>

namespace redline::tool {

/// A case as it stands at a time.
struct case_view_at {
    record::case_desk const& desk;
    record::running_case const& of;
    case_time now = 0;
    request_view const* request = nullptr;              // to say whether the sign-off holds for it, or null
    std::vector<std::string> const* checked = nullptr;  // of each event, what its signature came to, or null
};

/// `case 7: review, open: stage legal, 1 of 2 signed, until …; waits for counsel or ombuds`, without a line break.
std::string case_in_a_line(case_view_at const& c);
/// That, and every event; ends in a line break.
std::string case_as_text(case_view_at const& c);
json case_as_json(case_view_at const& c);
/// A case that stands under another contract, of which nothing more is known here.
json row_as_json(record::case_row const& row);
json event_as_json(record::event_row const& e);

}  // namespace redline::tool
