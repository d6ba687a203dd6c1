// The module redline.core: rule sets, requests and decisions. Made by `./dev amalgamate`.
module;

#include <cstdint>
#include <string_view>
#include <bit>
#include <cstddef>
#include <type_traits>

export module redline.core;

export extern "C++" {
#include "../core.hpp"
}
