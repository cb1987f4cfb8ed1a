// Threads that stay for many short pieces of work, beside the thread that hands it out.
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

#include "CKernels.h"

/// The job's number in the upper half, the next piece that nobody has begun in the lower.
typedef _Atomic uint64_t ticket;

struct fk_team {
  ticket next;
  _Atomic uint64_t count, done;
  _Atomic(void (*)(void *, size_t)) body;
  _Atomic(void *) context;
  _Atomic int ended;
  _Atomic int sleepers;
  pthread_mutex_t lock;
  pthread_cond_t changed;
  size_t helpers;
  pthread_t handles[63];
};

/// So many pauses, 0.1 ms or so, are mostly shorter than waking a sleeper would be.
enum { patience = 150 };

/// A microsecond or less; where others want the processor, they get it.
static void pause_here(void) {
  for (int i = 0; i < 16; i++) {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("yield");
#endif
  }
  sched_yield();
}

static uint64_t job_of(uint64_t t) { return t >> 32; }

/// Works on pieces of the job until all are begun. A piece is claimed only while its job lasts, and
/// then the job's fields stay as they are until the piece is done.
static void work_on(fk_team *team, uint64_t job) {
  uint64_t t = atomic_load(&team->next);
  while (job_of(t) == job) {
    void (*body)(void *, size_t) = atomic_load(&team->body);
    void *context = atomic_load(&team->context);
    uint64_t index = t & 0xffffffff;
    if (index >= atomic_load(&team->count)) return;
    if (!atomic_compare_exchange_weak(&team->next, &t, t + 1)) continue;
    body(context, index);
    atomic_fetch_add(&team->done, 1);
    t = atomic_load(&team->next);
  }
}

static int is_news(fk_team *team, uint64_t seen) {
  return job_of(atomic_load(&team->next)) != seen || atomic_load(&team->ended);
}

static void *helper(void *argument) {
  fk_team *team = argument;
  uint64_t seen = 0;
  for (;;) {
    for (int i = 0; i < patience && !is_news(team, seen); i++) pause_here();
    if (!is_news(team, seen)) {
      pthread_mutex_lock(&team->lock);
      atomic_fetch_add(&team->sleepers, 1);
      while (!is_news(team, seen)) pthread_cond_wait(&team->changed, &team->lock);
      atomic_fetch_sub(&team->sleepers, 1);
      pthread_mutex_unlock(&team->lock);
    }
    if (atomic_load(&team->ended)) return NULL;
    seen = job_of(atomic_load(&team->next));
    work_on(team, seen);
  }
}

static void wake(fk_team *team) {
  if (atomic_load(&team->sleepers) == 0) return;
  pthread_mutex_lock(&team->lock);
  pthread_cond_broadcast(&team->changed);
  pthread_mutex_unlock(&team->lock);
}

fk_team *fk_team_start(size_t threads) {
  fk_team *team = calloc(1, sizeof *team);
  if (team == NULL) return NULL;
  pthread_mutex_init(&team->lock, NULL);
  pthread_cond_init(&team->changed, NULL);
  const size_t most = sizeof team->handles / sizeof team->handles[0];
  while (team->helpers + 1 < threads && team->helpers < most &&
         pthread_create(&team->handles[team->helpers], NULL, helper, team) == 0)
    team->helpers++;
  return team;
}

void fk_team_run(fk_team *team, size_t count, void (*body)(void *, size_t), void *context) {
  if (count == 0) return;
  // A number without pieces first: a helper that still looks at the last job's must not take its
  // index for one of the new count's.
  uint64_t job = (job_of(atomic_load(&team->next)) + 2) & 0xffffffff;
  atomic_store(&team->next, ((job - 1) & 0xffffffff) << 32 | 0xffffffff);
  atomic_store(&team->count, count);
  atomic_store(&team->done, 0);
  atomic_store(&team->body, body);
  atomic_store(&team->context, context);
  atomic_store(&team->next, job << 32);
  wake(team);
  work_on(team, job);
  // A helper is still at its last piece; it may have lost its processor to others.
  for (int i = 0; atomic_load(&team->done) < count; i++) {
    if (i < patience)
      pause_here();
    else
      usleep(50);
  }
}

void fk_team_end(fk_team *team) {
  if (team == NULL) return;
  atomic_store(&team->ended, 1);
  wake(team);
  for (size_t i = 0; i < team->helpers; i++) pthread_join(team->handles[i], NULL);
  pthread_cond_destroy(&team->changed);
  pthread_mutex_destroy(&team->lock);
  free(team);
}
