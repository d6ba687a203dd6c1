#include "terminal.hpp"

#include "characters.hpp"

#include <algorithm>

namespace redline::tool {

namespace {

/// The escapes of a terminal; all empty where there are no colours.
struct palette {
    std::string_view strong, error, warning, note, quiet, off;
};
constexpr palette in_colours{"\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m", "\x1b[34m", "\x1b[0m"};

/// A line of text on the way to a terminal, and below it the carets.
class marked_line {
public:
    /// `from` and `to` are bytes of the line, between which carets stand.
    marked_line(std::string_view line, std::size_t from, std::size_t to)
    {
        std::size_t at = 0;
        if (from > most_before) {
            at = from - before_when_cut;
            while (at < from && (static_cast<unsigned char>(line[at]) & 0xC0u) == 0x80u) ++at;
            add("…", 1, ' ');
        }
        while (at < line.size() && columns_ < most_columns) {
            character const c = first_character(line.substr(at));
            char const below = at >= from && at < to ? '^' : ' ';
            if (c.value == U'\t') add("    ", 4, below);
            else if (!c.valid || controls(c.value)) add(replacement, 1, below);
            else add(line.substr(at, c.bytes), width_of(c.value), below);
            at += c.bytes;
        }
        if (at < line.size()) add("…", 1, at < to ? '^' : ' ');
        // Where nothing stands, as at the end of a line, one caret shows the place.
        if (carets_.find('^') == std::string::npos) carets_ += '^';
        carets_.resize(carets_.find_last_of('^') + 1);
    }
    std::string const& shown() const noexcept { return shown_; }
    std::string const& carets() const noexcept { return carets_; }

private:
    static constexpr std::size_t most_before = 100;
    static constexpr std::size_t before_when_cut = 60;
    static constexpr unsigned most_columns = 160;

    void add(std::string_view text, unsigned width, char below)
    {
        shown_ += text;
        carets_.append(width, below);
        columns_ += width;
    }

    std::string shown_, carets_;
    unsigned columns_ = 0;
};

void render_line(std::string& out, std::string_view text, std::uint32_t offset, std::uint32_t length,
                 std::uint32_t line, std::string_view caret_colour, palette const& p)
{
    std::size_t const at = std::min<std::size_t>(offset, text.size());
    std::size_t start = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    start = start == std::string_view::npos ? 0 : start + 1;
    if (start == 0 && text.substr(0, 3) == "\xEF\xBB\xBF" && at >= 3) start = 3;
    std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > start && text[end - 1] == '\r') --end;
    std::size_t const from = std::min(at, std::max(end, start)) - start;
    marked_line const marked{text.substr(start, end - start), from, std::min(at + length, end) - start};

    std::string number = std::to_string(line);
    if (number.size() < 4) number.insert(0, 4 - number.size(), ' ');
    out.append(p.quiet).append(number).append(" | ").append(p.off).append(marked.shown()).append("\n");
    out.append(p.quiet).append(number.size(), ' ').append(" | ").append(p.off);
    out.append(caret_colour).append(marked.carets()).append(p.off).append("\n");
}

void render_place(std::string& out, std::string const& file, position at, palette const& p)
{
    out.append(p.strong).append(printable(file)).append(":").append(std::to_string(at.line)).append(":");
    out.append(std::to_string(at.column)).append(": ").append(p.off);
}

}  // namespace

void render(std::string& out, finding const& f, std::string_view text, bool colours, message_style style)
{
    bool const as_compiler = style == message_style::compiler;
    palette const p = colours ? in_colours : palette{};
    std::string_view const colour = f.error ? p.error : p.warning;
    render_place(out, f.file, f.from, p);
    out.append(colour).append(f.error ? "error" : "warning").append(as_compiler ? "" : " " + f.code).append(": ");
    out.append(p.off).append(p.strong).append(f.message).append(as_compiler ? " [" + f.code + "]" : "");
    out.append(p.off).append("\n");
    render_line(out, f.text.data() == nullptr ? text : f.text, f.offset, f.length, f.from.line, colour, p);
    if (!f.related_message.empty()) {
        render_place(out, f.related_file.empty() ? f.file : f.related_file, f.related_from, p);
        out.append(p.note).append("note: ").append(p.off).append(f.related_message).append("\n");
        render_line(out, f.related_text.data() == nullptr ? text : f.related_text, f.related_offset, f.related_length,
                    f.related_from.line, p.note, p);
    }
    if (!f.applied.message.empty()) {
        render_place(out, f.applied.file, f.applied.from, p);
        out.append(p.note).append("note: ").append(p.off).append(f.applied.message).append("\n");
        render_line(out, f.applied.text, f.applied.offset, f.applied.length, f.applied.from.line, p.note, p);
    }
    auto const help = [&](std::string const& line) {
        out.append("     ").append(p.note).append("help: ").append(p.off).append(line).append("\n");
    };
    if (!f.suggestion.empty()) help("did you mean `" + f.suggestion + "`?");
    if (!f.help.empty()) help(f.help);
}

std::string coloured(std::string_view text, bool good, bool colours)
{
    std::string out{colours ? good ? "\x1b[32m" : "\x1b[1;31m" : ""};
    return out.append(text).append(colours ? "\x1b[0m" : "");
}

}  // namespace redline::tool
