// `redline duties`: what falls due when, and which evidence lapses before it is renewed.
#pragma once

#include <string>
#include <vector>

namespace redline::tool {

struct duties_options {
    std::string file;
    std::string on;                   // a day; left out, that of the request, or today
    std::string request;              // a file or `-`, or nothing
    std::vector<std::string> events;  // `incident=2026-05-01`
    std::string format = "text";      // or `json`, `ical`
};

/// Shows what falls due; gives the exit status: 0, 1 contract or request not valid.
int show_duties(duties_options const& o);

}  // namespace redline::tool
