// What files looked like when they were last looked at.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace redline::tool {

/// When a file was changed, how long it is and which one it is; of one that isn't there, nothing.
struct file_stamp {
    bool there = false;
    long long seconds = 0, nanoseconds = 0, size = 0;
    unsigned long long number = 0;

    friend bool operator==(file_stamp const&, file_stamp const&) = default;
};

/// The stamps of some files. A folder's changes when a file in it is made, renamed or removed.
class file_stamps {
public:
    /// Looks at these files, and forgets all others.
    void look_at(std::vector<std::string> const& files);
    /// Whether one of them is not what it was.
    bool changed() const;

private:
    std::map<std::string, file_stamp> stamps_;
};

}  // namespace redline::tool
