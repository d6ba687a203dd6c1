// Diagnostics as text: one line each, `line:column+length code message`, and a note below where there is another place.
#pragma once

#include "redline/text/message.hpp"

#include "redline/core/array_view.hpp"

#include <string>

namespace redline_test {

inline std::string dump(redline::text::place const& p)
{
    // A place in an imported text is told by the number of that text.
    std::string const source = p.source == 0 ? "" : "import " + std::to_string(p.source) + ", ";
    return source + std::to_string(p.line) + ":" + std::to_string(p.column) + "+" + std::to_string(p.length);
}

inline std::string dump(redline::text::diagnostic const& d)
{
    char room[redline::text::message_room] = {};
    redline::text::message_writer message{room, redline::text::message_room};
    redline::text::write_message(message, d);
    std::string text = dump(d.where) + " " + std::string{redline::text::text_of(d.is).view()} + " " +
                       std::string{message.text()} + "\n";
    if (d.related.line != 0) text += "    note: " + dump(d.related) + "\n";
    if (d.applied.line != 0) text += "    applied: " + dump(d.applied) + "\n";
    return text;
}

inline std::string dump(redline::array_view<redline::text::diagnostic> all)
{
    std::string text;
    for (auto const& d : all) text += dump(d);
    return text;
}

}  // namespace redline_test
