import Lessons
import Sessions

/// A page without keys that would show one all the same.
package struct KeysShow: Error {
  /// Where the lesson shows it.
  package let traces: [AuditFinding]
}

extension Lesson {
  /// The text that a page is made of: with its keys, or the learners' copy, which has none to show.
  ///
  /// - Throws: `KeysShow` where the learners' copy cannot be written.
  ///
  /// Cost: without keys the lesson is run as `check` does.
  func copy(withKeys: Bool) throws(KeysShow) -> Lesson {
    if withKeys || isReleased { return self }
    let traces = Audit.traces(self)
    guard traces.isEmpty, let text = try? released(),
      let copy = Lesson.parse(text, path: path).lesson
    else { throw KeysShow(traces: traces) }
    return copy
  }
}
