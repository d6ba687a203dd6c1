#include "/work/main/tests/sentences/mutate.hpp"
int main(){}
