import Foundation
import Lessons
import SessionSupport
import TestSupport
import Testing

/// A whole course, marked by the program at once: a class for each lesson that comes with it.
struct GradeCourseTests {
  /// How many hand in something of a lesson: the first ones have full classes, the others smaller ones.
  ///
  /// The others take more to mark. Fewer where the program was built to be debugged.
  private static func count(ofLesson number: Int) -> Int {
    guard ProcessInfo.processInfo.environment["FATHOM_BINARY"] != nil else { return 40 }
    return number < 6 ? 1000 : 223
  }

  @Test func eachFileHasItsOutcome() throws {
    let fathom = try Fathom()
    let folder = fathom.path("class")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var handIns: [String: ShippedClass.HandIn] = [:]
    var times = "file,time\n"
    let names = try FileManager.default.contentsOfDirectory(atPath: Repository.path("lessons"))
    let lessons = names.sorted().filter { $0.hasSuffix(".lesson.md") }
    var total = 0
    for (number, name) in lessons.enumerated() {
      let text = try Repository.text("lessons/\(name)")
      let lesson = try #require(Lesson.parse(text, path: name).lesson)
      let transcript = try Repository.text("transcripts/\(lesson.header.id.value).transcript")
      let seed = UInt64(number + 1)
      let count = Self.count(ofLesson: number)
      total += count
      let shipped = ShippedClass(lesson, transcript: transcript, count: count, seed: seed)
      for handIn in shipped.handIns {
        try Data(handIn.bytes).write(to: URL(filePath: "\(folder)/\(handIn.file)"))
        handIns[handIn.file] = handIn
        times += "\(handIn.file),2026-11-30 1\(handIn.isLate ? 3 : 1):00\n"
      }
    }
    try fathom.write(times, "times.csv")
    let result = try fathom.run(
      [
        "grade", "class", "--times", "times.csv", "--due", "2026-11-30 12:00", "--format", "json",
        "--output", "marks.json",
      ]
    )
    // Some cannot be graded.
    #expect(result.status == 1)
    let text = try fathom.read(fathom.path("marks.json"))
    let book = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    )
    let reports = try #require(book["reports"] as? [[String: Any]])
    #expect(reports.count == handIns.count && handIns.count == total)
    for report in reports {
      let file = (report["file"] as? String ?? "").replacing("class/", with: "")
      let handIn = try #require(handIns[file])
      guard let points = handIn.points else {
        #expect(report["outcome"] as? String == "refused", "\(file)")
        continue
      }
      let earned = try #require(report["points"] as? Double, "\(report)")
      #expect(points.contains(Int((earned * 100).rounded())), "\(file): \(earned), not \(points)")
      #expect(report["late"] as? Bool == handIn.isLate)
    }
  }
}
