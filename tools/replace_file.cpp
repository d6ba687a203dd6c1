#include "replace_file.hpp"

#include "status.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <unistd.h>

namespace redline::tool {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void cannot_write(std::string const& path, std::string const& why)
{
    throw failure{path + ": cannot be written: " + why};
}

/// Whether a file holds just this text. One that can't be read holds another.
bool holds(std::string const& path, std::string_view text)
{
    std::error_code ignored;
    if (fs::file_size(path, ignored) != text.size() || ignored) return false;
    std::ifstream in{path, std::ios::binary};
    std::string const there(std::istreambuf_iterator<char>{in}, {});
    return in && there == text;
}

}  // namespace

void replace_file(std::string const& path, std::string_view text)
{
    std::error_code wrong;
    fs::path const target = fs::weakly_canonical(path, wrong);
    if (wrong) cannot_write(path, wrong.message());
    fs::file_status const before = fs::status(target, wrong);
    if (fs::exists(before) && !fs::is_regular_file(before)) cannot_write(path, "it is no plain file");
    // By the process, since builds may write one file twice at a time.
    fs::path beside = target;
    beside += ".redline-" + std::to_string(::getpid());
    {
        std::ofstream out{beside, std::ios::binary | std::ios::trunc};
        out.write(text.data(), static_cast<std::streamsize>(text.size()));
        out.flush();
        if (!out) {
            fs::remove(beside, wrong);
            cannot_write(path, "no file can be made beside it");
        }
    }
    if (fs::exists(before)) fs::permissions(beside, before.permissions(), wrong);
    fs::rename(beside, target, wrong);
    if (!wrong) return;
    std::string const why = wrong.message();
    fs::remove(beside, wrong);
    cannot_write(path, why);
}

void write_if_changed(std::string const& path, std::string_view text)
{
    if (!holds(path, text)) replace_file(path, text);
}

}  // namespace redline::tool
