// What docs/check_reference.cmake has to find, and what it must not ask for. Never compiled.
#pragma once

/// All.
namespace redline {

/// Says what it is; its members need not.
struct documented {
    int value = 0;
    bool empty() const;
    int not_said() const;
};
struct not_documented {
    int value = 0;
};
int undocumented_function();
enum class undocumented_enumeration { one };

namespace detail {
int inside();
}

}  // namespace redline
