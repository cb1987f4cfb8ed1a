import Foundation
import Testing

/// Compares text with `Goldens/<name>.txt`.
///
/// With `FATHOM_RECORD=1` in the environment the file is rewritten and the test fails, so that nobody records
/// by accident. A file ends in one "\n" that the text has not.
func expectGolden(
  _ name: String,
  _ text: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Goldens/\(name).txt")
  if ProcessInfo.processInfo.environment["FATHOM_RECORD"] == "1" {
    try Data((text + "\n").utf8).write(to: file)
    Issue.record(
      "Recorded \(name).txt; look at it, then test again.",
      sourceLocation: sourceLocation
    )
    return
  }
  let recorded = try String(contentsOf: file, encoding: .utf8)
  #expect(text + "\n" == recorded, "\(name).txt differs", sourceLocation: sourceLocation)
}
