import Foundation
import TestSupport
import Testing

/// Home and `:score` say the same points, on the lesson and on the learners' copy.
@Suite struct ScoreTests {
  private static let lessons = Repository.path("lessons")

  /// Makes a guess, gives an answer, goes to the end, asks `:score`; what `:score` and home then say.
  private func points(_ fathom: Fathom, lessons: String) throws -> (score: String, home: String) {
    let lines =
      ["", "28", "", "", "", "", ":answer scale", "3", ":go 8"]
      + Array(repeating: "", count: 12) + [":next", ":next", ":score"]
    let folder: [String: String?] = ["FATHOM_LESSONS": lessons]
    let played = try fathom.run("play", "scaling", input: lines, environment: folder)
    #expect(played.status == 0)
    #expect(played.output.contains("Not yet.") || played.output.contains("Your answer is kept."))
    let all = played.output.split(separator: "\n").last { $0.hasPrefix("all ") } ?? ""
    let home = try fathom.run(environment: folder).output
    let done = home.firstMatch(of: /done, ([0-9.]+ of [0-9.]+) points/)
    let score = all.firstMatch(of: /[0-9.]+ of [0-9.]+/)
    return (score.map { String($0.0) } ?? "no score", done.map { String($0.1) } ?? home)
  }

  @Test func agreeOnTheFullLesson() throws {
    let fathom = try Fathom()
    let (score, home) = try points(fathom, lessons: Self.lessons)
    #expect(score == home)
    #expect(score.hasSuffix(" of 17.5"))
  }

  @Test func agreeOnTheLearnersCopy() throws {
    let fathom = try Fathom()
    let folder = fathom.path("released")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let copy = folder + "/03-scaling.lesson.md"
    let lesson = Self.lessons + "/03-scaling.lesson.md"
    #expect(try fathom.run("release", lesson, "-o", copy).status == 0)
    let (score, home) = try points(fathom, lessons: folder)
    #expect(score == home)
    #expect(score.hasSuffix(" of 17.5"))
  }
}
