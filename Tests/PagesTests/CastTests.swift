import Foundation
import Lessons
import Pages
import SessionSupport
import Sessions
import TestSupport
import Testing
import Transcripts

/// Recordings for asciinema, format 2: a header and events, a JSON value on each line.
@Suite struct CastTests {
  private struct Event {
    let time: Double
    let kind: String
    let data: String
  }

  private func read(_ cast: Cast) throws -> (header: [String: Any], events: [Event]) {
    let lines = try cast.text.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8), options: .fragmentsAllowed)
    }
    let header = try #require(lines.first as? [String: Any])
    let events = try lines.dropFirst().map { line in
      let parts = try #require(line as? [Any])
      return Event(
        time: try #require((parts[0] as? NSNumber)?.doubleValue),
        kind: try #require(parts[1] as? String),
        data: try #require(parts[2] as? String)
      )
    }
    return (header, events)
  }

  /// What a terminal would show: escapes for colours left out.
  private func lines(_ events: [Event]) -> [String] {
    events.filter { $0.kind == "o" }.map(\.data).joined()
      .replacing(/\u{1B}\[[0-9;]*m/, with: "")
      .split(separator: "\r\n").map { line in
        var line = line
        while line.last == " " { line.removeLast() }
        return String(line.drop { $0 == " " })
      }.filter { !$0.isEmpty }
  }

  @Test func aSessionIsWhatItsTranscriptSays() throws {
    let lesson = try Growth.lesson()
    let text = recorded(Growth.diligent + ["s = 0.5", "\"<b>\" \\ \u{1B}"], on: lesson)
    let transcript = try #require(
      TranscriptParser.parse(Array(text.utf8), path: "ada.transcript").transcript
    )
    let (header, events) = try read(try Cast(transcript, on: lesson, withKeys: true))
    #expect(header["version"] as? Int == 2)
    #expect(header["width"] as? Int == 80 && header["height"] as? Int == 24)
    #expect(zip(events, events.dropFirst()).allSatisfy { $0.time <= $1.time })
    let steps = lesson.steps.count
    #expect(events.filter { $0.kind == "m" }.count == steps)
    let body = Replay(transcript, lesson: lesson).body.map { line in
      String(line.drop { $0 == " " })
    }.filter { !$0.isEmpty }
    #expect(lines(events) == body)
  }

  @Test func aLessonTellsNoKeyUnlessItIsAskedFor() throws {
    let lesson = try Growth.lesson()
    let (_, events) = try read(try Cast(lesson, withKeys: false))
    let shown = lines(events).joined(separator: "\n")
    #expect(shown.contains("lesson> y = M^L * x"))
    #expect(shown.contains("What is 1.5 to the power of 5?"))
    for key in ["times itself", "7.45e-9", "7.59375", "Wait for the guesses"] {
      #expect(!shown.contains(key), "\(key)")
    }
    // A letter a moment, and nothing takes longer than it is read.
    let waits = zip(events, events.dropFirst()).map { $1.time - $0.time }
    #expect((waits.max() ?? 0) <= 6.5 && (events.last?.time ?? 0) > 20)
  }
}
