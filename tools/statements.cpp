#include "statements.hpp"

#include "input.hpp"
#include "output.hpp"
#include "status.hpp"

#include "redline/text/lexer.hpp"
#include "redline/text/literate.hpp"

namespace redline::tool {

namespace {

/// Puts tokens behind one another.
class statement_writer {
public:
    void add(text::token const& t, std::string_view spelled)
    {
        if (t.is == text::terminal::close_brace && depth_ != 0) --depth_;
        bool const glued = t.is == text::terminal::semicolon || t.is == text::terminal::comma ||
                           t.is == text::terminal::colon || t.is == text::terminal::close_parenthesis;
        if (fresh_) out.append(2 * depth_, ' ');
        else if (!glued && !after_open_) out += ' ';
        out += spelled;
        after_open_ = t.is == text::terminal::open_parenthesis;
        bool const opens = t.is == text::terminal::open_brace;
        if (opens) ++depth_;
        fresh_ = opens || t.is == text::terminal::close_brace || t.is == text::terminal::semicolon;
        if (fresh_) out += '\n';
    }
    std::string out;

private:
    std::size_t depth_ = 0;
    bool fresh_ = true, after_open_ = false;
};

}  // namespace

std::string statements_of(std::string_view text, bool literate)
{
    std::string const whole{text};
    text::diagnostic memory[1];
    text::problems wrong{whole.c_str(), memory, 1};
    statement_writer to;
    auto const block = [&](std::uint32_t from, std::uint32_t end, std::uint32_t line) {
        text::lexer lexer{from, end, line, wrong};
        for (;;) {
            text::token t{};
            lexer.next(t);
            if (t.is == text::terminal::end) return;
            to.add(t, spelling(t, whole.c_str()));
        }
    };
    if (whole.find('\0') != std::string::npos) return whole;
    if (!literate) block(0, none, 1);
    else {
        text::literate_blocks blocks{whole, wrong};
        text::text_block b;
        while (blocks.next(b)) block(b.from, b.to, b.line);
    }
    if (wrong.any()) return whole;
    if (!to.out.empty() && to.out.back() != '\n') to.out += '\n';
    return std::move(to.out);
}

int print_statements(std::string const& file)
{
    source const of = read_source(file);
    print(statements_of(of.text, of.literate));
    return fine;
}

}  // namespace redline::tool
