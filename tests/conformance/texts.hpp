// The conformance texts of grammar/conformance, and what each should give.
#pragma once

#include "support/dump.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/files.hpp"
#include "support/load.hpp"

#include <string>
#include <vector>

namespace redline_test {

/// One text, with the file that says what it gives: a good one its rule set, a bad one its errors; one of the folder
/// `warned` is good too, and gives its warnings.
struct conformance_text {
    path file;
    bool good = false;
    bool warned = false;

    std::string text() const { return read_file(file); }
    format as() const { return file.extension() == ".md" ? format::literate : format::plain; }
    contract load(engine by = engine::spirit) const
    {
        return redline_test::load(text(), by, as(), warned ? warnings::yes : warnings::no);
    }
    path expected_file() const { return path{file}.replace_extension(".expected"); }
    std::string name() const { return file.parent_path().filename().string() + "/" + file.filename().string(); }
};

inline std::vector<conformance_text> conformance_texts()
{
    std::vector<conformance_text> all;
    for (std::string const folder : {"good", "bad", "warned"})
        for (path const& file : files_in(source_dir() / "grammar/conformance" / folder, {".redline", ".md"}))
            all.push_back({file, folder != "bad", folder == "warned"});
    return all;
}

/// What a contract came to: its rule set, scenarios and assertions, or where there are diagnostics, those.
inline std::string result_of(contract const& c)
{
    return c.diagnostics.empty() ? dump(c.rules, c.scenarios) : dump(c.diagnostics);
}

}  // namespace redline_test
