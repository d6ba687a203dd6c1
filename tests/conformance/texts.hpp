// The conformance texts of grammar/conformance, and what each should give.
#pragma once

#include "support/dump.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/files.hpp"
#include "support/load.hpp"

#include <string>
#include <vector>

namespace redline_test {

/// One text, with the file that says what it gives.
struct conformance_text {
    path file;
    bool good = false;

    std::string text() const { return read_file(file); }
    format as() const { return file.extension() == ".md" ? format::literate : format::plain; }
    path expected_file() const { return path{file}.replace_extension(".expected"); }
    std::string name() const { return file.parent_path().filename().string() + "/" + file.filename().string(); }
};

inline std::vector<conformance_text> conformance_texts()
{
    std::vector<conformance_text> all;
    for (bool const good : {true, false})
        for (path const& file :
             files_in(source_dir() / "grammar/conformance" / (good ? "good" : "bad"), {".redline", ".md"}))
            all.push_back({file, good});
    return all;
}

/// What a contract came to: its rule set and scenarios, or what is wrong with it.
inline std::string result_of(contract const& c) { return c.ok ? dump(c.rules, c.scenarios) : dump(c.diagnostics); }

}  // namespace redline_test
