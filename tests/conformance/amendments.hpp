// The conformance texts of grammar/conformance/amendments: contracts with the amendments that are applied to them, pairs
// of contracts to write an amendment for, and what each gives.
#pragma once

#include "conformance/texts.hpp"
#include "support/amend.hpp"

namespace redline_test {

/// NAME.redline (or .md) is a contract, and NAME.1.redline, NAME.2.redline, … amend it in turn; or NAME.before.redline and
/// NAME.after.redline are two, and an amendment leads from one to the other. NAME.expected is the text that comes of it,
/// or what is wrong, each line with the number of its document.
struct amendment_case {
    std::string name;
    std::vector<path> files;  // the contract, then its amendments; or before and after
    bool writes = false;

    path expected_file() const { return files.front().parent_path() / (name + ".expected"); }
    std::vector<text_of_format> texts() const
    {
        std::vector<text_of_format> all;
        for (path const& f : files)
            all.push_back({read_file(f), f.extension() == ".md" ? format::literate : format::plain});
        return all;
    }
    redline::array_view<redline::amended_diagnostic> diagnostics(std::shared_ptr<void const>& owner) const
    {
        std::vector<text_of_format> const all = texts();
        if (writes) {
            written const w = amend(all[0], all[1]);
            owner = w.owner;
            return w.diagnostics;
        }
        applied const a = apply(all[0], {all.begin() + 1, all.end()});
        owner = a.owner;
        return a.diagnostics;
    }
    std::string result(engine by = engine::spirit) const
    {
        std::vector<text_of_format> const all = texts();
        if (writes) {
            written const w = amend(all[0], all[1]);
            return w.ok ? w.text + (w.exact ? "# exact\n" : "# in another order\n") : dump(w.diagnostics);
        }
        applied const a = apply(all[0], {all.begin() + 1, all.end()}, by);
        return a.ok ? a.text : dump(a.diagnostics);
    }
};

inline std::vector<amendment_case> amendment_cases()
{
    std::vector<amendment_case> all;
    for (path const& file : files_in(source_dir() / "grammar/conformance/amendments", {".redline", ".md"})) {
        std::string const stem = file.stem().string();
        std::string const extension = file.extension().string();
        auto const beside = [&](std::string const& name) { return file.parent_path() / (name + extension); };
        auto const dot = stem.find('.');
        if (dot == std::string::npos) {
            amendment_case c{stem, {file}, false};
            for (int i = 1; std::filesystem::exists(beside(stem + "." + std::to_string(i))); ++i)
                c.files.push_back(beside(stem + "." + std::to_string(i)));
            all.push_back(c);
        }
        else if (stem.substr(dot) == ".before")
            all.push_back({stem.substr(0, dot), {file, beside(stem.substr(0, dot) + ".after")}, true});
    }
    return all;
}

}  // namespace redline_test
