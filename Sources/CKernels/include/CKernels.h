#ifndef CKERNELS_H
#define CKERNELS_H
const char *fk_isa(void);
#endif
