// Blocks of contract text in Markdown, where they begin and end.
#include "redline/text/literate.hpp"
#include "support/catch.hpp"

#include <string>
#include <vector>

namespace {

using namespace redline::text;

/// The blocks of a text, each with its line, and the lines of fences that never end.
std::string blocks(std::string const& text)
{
    std::vector<diagnostic> memory(10);
    problems wrong{text.c_str(), memory.data(), 10};
    literate_blocks walk{text, wrong};
    std::string found;
    for (text_block b; walk.next(b);)
        found += "[" + std::to_string(b.line) + ":" + text.substr(b.from, b.to - b.from) + "]";
    for (std::uint32_t i = 0; i < wrong.found.size; ++i)
        found += "!" + std::to_string(memory[i].where.line) + ":" + std::to_string(memory[i].where.column);
    return found;
}

}  // namespace

TEST_CASE("only blocks marked redline are contract text", "[text]")
{
    CHECK(blocks("").empty());
    CHECK(blocks("# T\n\ntext\n").empty());
    CHECK(blocks("```redline\na\n```\n") == "[2:a\n]");
    CHECK(blocks("x\n```redline\na\n```\ny\n```\nb\n```\n~~~redline\nc\n~~~") == "[3:a\n][10:c\n]");
    CHECK(blocks("```text\n```redline\na\n```\n").empty());
    CHECK(blocks("```\na\n```\n").empty());
    CHECK(blocks("```redlines\na\n```\n").empty());
    CHECK(blocks("``` redline title\na\n```\n") == "[2:a\n]");
    CHECK(blocks("```\tredline\na\n```") == "[2:a\n]");
    CHECK(blocks("`redline`\n").empty());
    CHECK(blocks("``redline\na\n``\n").empty());
}

TEST_CASE("a block ends at a fence of its own sign that is long enough", "[text]")
{
    CHECK(blocks("````redline\n```\na\n````\n") == "[2:```\na\n]");
    CHECK(blocks("```redline\n~~~\n```\n") == "[2:~~~\n]");
    CHECK(blocks("```redline\na\n`````\n") == "[2:a\n]");
    CHECK(blocks("```redline\n``` x\n```\n") == "[2:``` x\n]");
    CHECK(blocks("   ```redline\na\n  ```   \n") == "[2:a\n]");
    CHECK(blocks("    ```redline\na\n").empty());
    CHECK(blocks("```redline\n    ```\n```\n") == "[2:    ```\n]");
    CHECK(blocks("```redline\n```\n") == "[2:]");
    CHECK(blocks("```redline\r\na\r\n```\r\n") == "[2:a\r\n]");
}

TEST_CASE("a block that never ends is told, and read to the end", "[text]")
{
    CHECK(blocks("x\n ```redline\na\nb") == "[3:a\nb]!2:1");
    CHECK(blocks("```redline") == "[1:]!1:1");
    CHECK(blocks("```redline\n") == "[2:]!1:1");
    CHECK(blocks("```text\na").empty());
}
