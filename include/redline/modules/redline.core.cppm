// The module redline.core: rule sets, requests and decisions. Made by `./dev amalgamate`.
module;

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

export module redline.core;

export extern "C++" {
#include "../core.hpp"
}
