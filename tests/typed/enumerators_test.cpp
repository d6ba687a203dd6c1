// Enumerators by name, whatever enum they are of.
#include "redline/typed/enumerators.hpp"
#include "redline/typed/set_of.hpp"
#include "redline/typed/list_of.hpp"
#include "support/both.hpp"

namespace {

enum class gaps : unsigned char { x, y = 4, z_w, at_the_end = 127 };
enum class negative : signed char { below = -1, at_zero };
enum class truth : bool { no, yes };
enum loose { loose_one, loose_two };
enum plain : int { plain_one, plain_two };
enum class huge : unsigned long long { first, second };
enum class empty {};
enum class outside { far = 1000 };
enum class alias { one, uno = 1, eins = 1 };

struct holder {
    template <class T, int N>
    struct of {
        enum class inner { p, q };
        static constexpr inner kept = inner::p;
    };
};

template <class E>
constexpr std::uint32_t count = redline::typed::enumerators_of<E>().size;
template <class E>
constexpr std::string_view name(std::uint32_t i)
{
    return redline::typed::enumerators_of<E>()[i].name;
}

}  // namespace

template <>
struct redline::enumerator_range<negative> {
    static constexpr std::int64_t first = -5;
    static constexpr std::int64_t last = 500;
};

TEST_CASE("an enum's enumerators are found by name and value", "[typed]")
{
    REDLINE_BOTH(count<gaps> == 4);
    REDLINE_BOTH(name<gaps>(0) == "x");
    REDLINE_BOTH(name<gaps>(2) == "z_w");
    REDLINE_BOTH(redline::typed::enumerators_of<gaps>()[3].value == 127);
    REDLINE_BOTH(count<negative> == 2);
    REDLINE_BOTH(name<negative>(0) == "below");
    REDLINE_BOTH(redline::typed::enumerators_of<negative>()[0].value == -1);
    REDLINE_BOTH(count<truth> == 2);
    REDLINE_BOTH(name<plain>(1) == "plain_two");
    REDLINE_BOTH(name<huge>(1) == "second");
    REDLINE_BOTH(count<empty> == 0);
    REDLINE_BOTH(count<loose> == 0);
    REDLINE_BOTH(count<outside> == 0);
    REDLINE_BOTH(count<alias> == 2);
    using inner = holder::of<holder::of<int, 2>, 3>::inner;
    static_assert(holder::of<holder::of<int, 2>, 3>::kept == inner::p);
    REDLINE_BOTH(count<inner> == 2);
    REDLINE_BOTH(name<inner>(1) == "q");
    enum class local { here, there };
    REDLINE_BOTH(name<local>(1) == "there");
}

TEST_CASE("a value's place is that of its enumerator", "[typed]")
{
    using redline::typed::place_of;
    REDLINE_BOTH(place_of(redline_test::opaque(gaps::y)) == 1);
    REDLINE_BOTH(place_of(redline_test::opaque(gaps::at_the_end)) == 3);
    REDLINE_BOTH(place_of(redline_test::opaque(static_cast<gaps>(2))) == redline::none);
    REDLINE_BOTH(place_of(redline_test::opaque(static_cast<gaps>(200))) == redline::none);
    REDLINE_BOTH(place_of(redline_test::opaque(negative::below)) == 0);
    REDLINE_BOTH(place_of(redline_test::opaque(static_cast<negative>(-3))) == redline::none);
    REDLINE_BOTH(place_of(redline_test::opaque(static_cast<huge>(~0ull))) == redline::none);
    REDLINE_BOTH(place_of(redline_test::opaque(static_cast<huge>(2))) == redline::none);
    REDLINE_BOTH(place_of(redline_test::opaque(static_cast<empty>(0))) == redline::none);
}

TEST_CASE("sets hold enumerators, and know when they were given something else", "[typed]")
{
    using set = redline::set_of<gaps>;
    using partly = redline::partly_known_set_of<gaps>;
    static constexpr set some{gaps::x, gaps::at_the_end};
    REDLINE_BOTH(some.contains(gaps::x));
    REDLINE_BOTH(!some.contains(gaps::y));
    REDLINE_BOTH(some == set{gaps::at_the_end, gaps::x, gaps::x});
    REDLINE_BOTH(some != set{});
    REDLINE_BOTH(!set{some}.add(gaps::x, false).contains(gaps::x));
    REDLINE_BOTH(some.valid());
    REDLINE_BOTH(!set{static_cast<gaps>(2)}.valid());
    static constexpr partly part = partly{}.has(gaps::x, false).has(gaps::y);
    REDLINE_BOTH(part.knows(gaps::x));
    REDLINE_BOTH(!part.contains(gaps::x));
    REDLINE_BOTH(part.contains(gaps::y));
    REDLINE_BOTH(!part.knows(gaps::z_w));
    REDLINE_BOTH(!partly{}.has(static_cast<gaps>(2)).valid());
}

TEST_CASE("a list holds what it has room for, and knows when it was given more", "[typed]")
{
    using list = redline::list_of<int, 2>;
    static constexpr list two{1, 2};
    REDLINE_BOTH(two.size() == 2);
    REDLINE_BOTH(*two.begin() == 1);
    REDLINE_BOTH(two.valid());
    REDLINE_BOTH(!list{1, 2, 3}.valid());
    REDLINE_BOTH(list{1, 2, 3}.size() == 2);
    REDLINE_BOTH(redline::list_of<int, 0>{}.size() == 0);
}
