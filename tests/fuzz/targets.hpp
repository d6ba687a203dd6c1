// What is fuzzed: one function for each kind of input, which throws where something that must hold does not.
//
// A further kind of input is a file of its own beside these, a line here, one in CMakeLists.txt, and its seeds in seeds.py.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace redline_fuzz {

/// Contract text: both engines give the same, places lie within the text, and what is read decides as it must.
void text(std::string_view input);
/// Markdown: the same, and a contract in a block has the digest that it has by itself.
void literate(std::string_view input);
/// A request as JSON: what is taken is what the text says, and is written and read as the same.
void request(std::string_view input);
/// A text in its canonical layout: it is read as the same, its digest stays, and it is laid out already.
void layout(std::string_view input);
/// A contract and amendments, `====` alone on the lines between them: applied, and written from what came of it.
void amendment(std::string_view input);
/// Bytes as events of a sign-off chain: the library and the oracle agree after each.
void chain(std::string_view input);

/// All of them, by name.
struct target {
    std::string_view name;
    void (*run)(std::string_view);
};
inline constexpr target targets[] = {{"text", text},     {"literate", literate},   {"request", request},
                                     {"layout", layout}, {"amendment", amendment}, {"chain", chain}};

/// Something that must hold and does not.
struct finding : std::logic_error {
    using std::logic_error::logic_error;
};
inline void hold(bool claim, std::string const& what)
{
    if (!claim) throw finding{what};
}

}  // namespace redline_fuzz
