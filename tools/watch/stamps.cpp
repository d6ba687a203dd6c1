#include "stamps.hpp"

#include <sys/stat.h>

namespace redline::tool {

namespace {

file_stamp stamp_of(std::string const& file)
{
    struct stat about {};
    if (::stat(file.c_str(), &about) != 0) return {};
    return {true, static_cast<long long>(about.st_mtim.tv_sec), static_cast<long long>(about.st_mtim.tv_nsec),
            static_cast<long long>(about.st_size), static_cast<unsigned long long>(about.st_ino)};
}

}  // namespace

void file_stamps::look_at(std::vector<std::string> const& files)
{
    stamps_.clear();
    for (std::string const& f : files) stamps_[f] = stamp_of(f);
}

bool file_stamps::changed() const
{
    for (auto const& [file, stamp] : stamps_)
        if (!(stamp_of(file) == stamp)) return true;
    return false;
}

}  // namespace redline::tool
