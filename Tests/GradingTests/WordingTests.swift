import Grading
import Testing
import Transcripts

/// What a report says beside marks.
struct WordingTests {
  @Test func remarks() {
    let fault = TranscriptParser.parse([], path: "a").faults[0]
    let rows: [(GradeRemark, String)] = [
      (.fault(fault), fault.text),
      (.faults(7), "7 remarks in all."),
      (.otherText(version: "1.0.0"), "Recorded on another text of version 1.0.0."),
      (
        .otherVersion(recorded: "0.9.0", marked: "1.0.0"),
        "Recorded on version 0.9.0, marked with 1.0.0."
      ),
      (
        .otherVersion(recorded: nil, marked: "1.0.0"),
        "Recorded on version another version, marked with 1.0.0."
      ),
      (.otherEngine(7), "Recorded with engine 7."),
      (
        .playedForPractice,
        "Its header does not say that it was graded: each answer may have been told at once. The last answer counts."
      ),
      (
        .unnamed,
        "Its header bears no name: its questions have the first of the values that are drawn."
      ),
      (.unknownTime, "Nothing says when it came, so nothing says whether it is late."),
      (
        .strayed(firstLine: 9, count: 1),
        "Line 9: the lesson reads this input at another prompt."
      ),
      (
        .strayed(firstLine: 9, count: 3),
        "Line 9 and 2 more: the lesson reads this input at another prompt."
      ),
    ]
    for (remark, words) in rows { #expect(remark.words == words) }
  }

  @Test func refusals() {
    let rows: [(GradedFile.Refusal, String)] = [
      (.unreadable("\"a\" cannot be read."), "\"a\" cannot be read."),
      (.noTranscript(.empty), TranscriptFault.Problem.empty.message),
      (
        .otherLesson("decay", expected: "growth"),
        "This is a transcript of lesson \"decay\", not of \"growth\"."
      ),
      (
        .unknownLesson("decay"),
        "It is a transcript of the lesson \"decay\", which is not among those that are marked."
      ),
      (.tooManyInputs(11, most: 10), "It has 11 inputs; more than 10 are not replayed."),
      (
        .tooLong(seconds: 60),
        "Marking it took more than 60 seconds of processor time and was stopped."
      ),
      (
        .crashed(signal: 9),
        "The process that marked it was ended by signal 9: it needs too much memory, or meets a fault of fathom."
      ),
      (.notebook("mine"), "\"mine\" is a notebook of one's own; nothing in it is marked."),
    ]
    for (refusal, words) in rows { #expect(refusal.words == words) }
  }
}
