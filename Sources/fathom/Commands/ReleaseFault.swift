import Sessions

/// A learners' copy that would show a key.
struct ReleaseFault: Error {
  /// Where, at least one.
  let traces: [AuditFinding]
}
