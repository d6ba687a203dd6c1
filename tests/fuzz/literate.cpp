// Fuzzed: Markdown, and contract text as a block of it.
#include "fuzz/reading.hpp"

void redline_fuzz::literate(std::string_view input)
{
    read(input, format::literate);
    // What would end the block early, or stands at the start of a file only.
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (input.find("```") != std::string_view::npos || input.substr(0, mark.size()) == mark) return;
    contract const alone = load(input, engine::walker, format::plain);
    if (!alone.ok) return;
    std::string const block = "# Terms\n\n```redline\n" + std::string{input} + "\n```\n";
    contract const within = load(block, engine::spirit, format::literate);
    hold(within.ok, "a contract is none within a block");
    hold(*alone.rules.digest == *within.rules.digest, "a contract has another digest within a block");
}
