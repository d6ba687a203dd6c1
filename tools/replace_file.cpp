#include "replace_file.hpp"

#include "status.hpp"

#include <filesystem>
#include <fstream>

namespace redline::tool {

void replace_file(std::string const& path, std::string_view text)
{
    namespace fs = std::filesystem;
    std::error_code wrong;
    fs::path const target = fs::canonical(path, wrong);
    if (wrong) throw failure{path + ": cannot be written: " + wrong.message()};
    fs::path beside = target;
    beside += ".redline-new";
    {
        std::ofstream out{beside, std::ios::binary | std::ios::trunc};
        out.write(text.data(), static_cast<std::streamsize>(text.size()));
        out.flush();
        if (!out) {
            fs::remove(beside, wrong);
            throw failure{path + ": cannot be written: no file can be made beside it"};
        }
    }
    fs::permissions(beside, fs::status(target, wrong).permissions(), wrong);
    fs::rename(beside, target, wrong);
    if (!wrong) return;
    std::string const why = wrong.message();
    fs::remove(beside, wrong);
    throw failure{path + ": cannot be written: " + why};
}

}  // namespace redline::tool
