import Lessons

/// A learners' copy that would show a key.
struct ReleaseFault: Error {
  let path: String
  let error: ReleaseError
}
