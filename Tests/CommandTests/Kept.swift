import Foundation
import TestSupport

extension Fathom {
  /// The program with the test lesson alone.
  static func growth() throws -> Fathom { try Fathom(lessons: Growth.folder) }

  /// Where a session of the test lesson is kept.
  var transcript: String { path("state/fathom/growth.transcript") }
}

/// What stands below the header of a transcript.
func body(_ transcript: String) -> String {
  guard let range = transcript.range(of: "\n\n") else { return "" }
  return String(transcript[range.upperBound...])
}
