// The module redline: core, `compile` and `load`, proofs. Made by `./dev amalgamate`.
module;

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <cstring>
#include <boost/spirit/home/x3/support/traits/is_variant.hpp>
#include <boost/spirit/home/x3/support/traits/tuple_traits.hpp>
#include <boost/spirit/home/x3/core/parser.hpp>
#include <boost/spirit/home/x3/support/context.hpp>
#include <boost/spirit/home/x3/support/unused.hpp>
#include <boost/spirit/home/x3/nonterminal/rule.hpp>
#include <boost/spirit/home/x3/operator/alternative.hpp>
#include <boost/spirit/home/x3/operator/kleene.hpp>
#include <boost/spirit/home/x3/operator/list.hpp>
#include <boost/spirit/home/x3/operator/optional.hpp>
#include <boost/spirit/home/x3/operator/sequence.hpp>
#include <utility>
#include <vector>
#include <functional>
#include <string>
#include <algorithm>
#include <deque>
#include <memory>
#include <boost/spirit/home/x3/core/parse.hpp>
#include <boost/spirit/home/x3/directive/with.hpp>
#include <new>
#include <set>
#include <tuple>
#include <map>
#include <compare>
#include <unordered_map>
#include <iterator>

export module redline;

export extern "C++" {
#include "../redline.hpp"
#include "../proof.hpp"
}
