// The kernels for x86-64 with AVX-512 (F, VL, DQ, BW, CD): 32 registers of eight doubles.
#if defined(__x86_64__)
#pragma clang attribute push(                                                             \
    __attribute__((target("avx512f,avx512vl,avx512dq,avx512bw,avx512cd"))), apply_to = function)
#define TABLE fk_table_avx512
#define ISA "avx512"
#define LANES 8
#define TILE_ROWS 6
#define TILE_REGISTERS 4
#define DOT_ROWS 4
#define MANY_ROWS 4
#define DOT_VECTORS 4
#include "kernels.h"
#pragma clang attribute pop
#else
typedef int nothing_for_this_architecture;
#endif
