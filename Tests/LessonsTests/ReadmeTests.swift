import Foundation
import Lessons
import TestSupport
import Testing

/// The example of the module's README is a lesson.
@Suite struct ReadmeTests {
  private func example() throws -> String {
    let readme = try Repository.text("Sources/Lessons/README.md")
    let start = try #require(readme.range(of: "````markdown\n"))
    let end = try #require(readme.range(of: "\n````", range: start.upperBound..<readme.endIndex))
    return String(readme[start.upperBound..<end.lowerBound])
  }

  @Test func theExampleIsSound() throws {
    let lesson = try lesson(try example())
    #expect(lesson.steps.map(\.id.value) == ["more"])
    #expect(lesson.questions.map(\.id.value) == ["guess", "factor"])
  }

  @Test func theExampleCanBeReleased() throws {
    let copy = try lesson(try example()).released()
    #expect(!copy.contains("s^(L-1)"))
    #expect(try lesson(copy).released() == copy)
  }
}
