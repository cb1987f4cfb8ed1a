// The kernels for x86-64 with AVX2: 16 registers of four doubles.
#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define TABLE fk_table_avx2
#define ISA "avx2"
#define LANES 4
#define TILE_ROWS 4
#define TILE_REGISTERS 2
#define DOT_ROWS 4
#define MANY_ROWS 2
#define DOT_VECTORS 2
#include "kernels.h"
#pragma clang attribute pop
#else
typedef int nothing_for_this_architecture;
#endif
