// Everything but what needs more than Boost, as a program includes it that treats the headers as its own.
#include <redline/io/format.hpp>
#include <redline/io/ostream.hpp>
#include <redline/proof.hpp>
#include <redline/redline.hpp>
