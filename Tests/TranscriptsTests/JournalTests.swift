import Testing
import Transcripts

struct JournalTests {
  @Test func anInputIsOnTheDiskBeforeAnythingElse() {
    var journal = Journal(FaultyDisk())
    #expect(journal.record(input: ["fathom> a"]) == nil)
    #expect(journal.storage.synchronized == 10)
    #expect(journal.record(output: ["a = 1"]) == nil)
    #expect(journal.storage.text == "fathom> a\na = 1\n")
    #expect(journal.storage.synchronized == 10)
    #expect(journal.finish() == nil)
    #expect(journal.storage.synchronized == 16)
  }

  @Test(arguments: 1...12)
  func shortWritesLoseNothing(_ most: Int) {
    var journal = Journal(FaultyDisk(mostAtOnce: most))
    #expect(journal.record(input: ["fathom> ŷ = 1"]) == nil)
    #expect(journal.record(output: ["ŷ = 1", ""]) == nil)
    #expect(journal.storage.text == "fathom> ŷ = 1\nŷ = 1\n\n")
  }

  private static let whole = (10...14).map { "fathom> \($0)\n\($0)\n" }.joined()

  /// The disk fills at any byte, and empties again.
  @Test(arguments: 0..<40)
  func aFullDiskIsToldOnceAndCaughtUp(_ room: Int) {
    var journal = Journal(FaultyDisk(room: room))
    var news: [String] = []
    for number in 10...14 {
      let told = [
        journal.record(input: ["fathom> \(number)"]), journal.record(output: ["\(number)"]),
      ]
      news += told.compactMap { $0?.message }
    }
    #expect(
      news == [
        "This session is no longer saved: No space left on device. It goes on; what you type now "
          + "may be lost."
      ]
    )
    #expect(journal.storage.bytes + journal.unwritten == Array(Self.whole.utf8))
    let whole = Self.whole
    #expect(whole.hasPrefix(journal.storage.text))
    journal.storage.room = Int.max
    #expect(
      journal.finish()?.message == "The session is saved again; nothing is missing."
    )
    #expect(journal.isWhole)
    #expect(journal.storage.text == whole)
  }

  /// It is written to all the same: that the disk confirms nothing need not be true.
  @Test func aDiskThatDoesNotSynchronizeIsWrittenToAndNotTrustedAgain() {
    var journal = Journal(FaultyDisk(synchronizationFails: true))
    let news = journal.record(input: ["fathom> a"])
    #expect(
      news?.message
        == "The disk does not confirm what is written to it: Input/output error. The session goes on "
        + "being written, and may be incomplete if the machine stops."
    )
    #expect(journal.record(input: ["fathom> b"]) == nil)
    journal.storage.synchronizationFails = false
    #expect(journal.record(input: ["fathom> c"]) == nil)
    #expect(journal.storage.text == "fathom> a\nfathom> b\nfathom> c\n")
    #expect(
      journal.finish()?.message
        == "The disk has not confirmed all of this session: look at its file before you rely on it."
    )
    #expect(!journal.isWhole)
  }

  @Test func aSessionThatCouldNotBeSavedEndsWithAWord() {
    var journal = Journal(FaultyDisk(room: 4))
    #expect(journal.record(input: ["fathom> a"]) != nil)
    #expect(
      journal.finish()?.message
        == "This session could not be saved whole: its file lacks what was typed last."
    )
    #expect(!journal.isWhole)
  }

  /// Where it goes on is told, whatever else fails in the same moment.
  @Test func whereItGoesOnIsToldThoughTheDiskFails() {
    let moved = "The file of this session was removed or changed by something else."
    var full = Journal(FaultyDisk(room: 0))
    full.storage.takenTo = "x.1"
    #expect(full.record(input: ["fathom> a"])?.message.contains("no longer saved") == true)
    full.storage.room = Int.max
    #expect(full.record(input: ["fathom> b"])?.message.hasPrefix(moved) == true)
    #expect(full.storage.text == "fathom> a\nfathom> b\n")
    var doubtful = Journal(FaultyDisk(synchronizationFails: true))
    doubtful.storage.takenTo = "x.1"
    #expect(doubtful.record(input: ["fathom> a"])?.message.hasPrefix(moved) == true)
    let next = doubtful.record(input: ["fathom> b"])
    #expect(next?.message.contains("does not confirm") == true)
    #expect(!doubtful.isWhole)
  }

  @Test func aFileThatIsTakenAwayIsToldAtOnce() {
    var journal = Journal(FaultyDisk())
    #expect(journal.record(input: ["fathom> a"]) == nil)
    journal.storage.takenTo = "x.1"
    #expect(
      journal.record(input: ["fathom> b"])?.message
        == "The file of this session was removed or changed by something else. All of it goes on in \"x.1\"."
    )
    #expect(journal.record(input: ["fathom> c"]) == nil)
    #expect(journal.isWhole)
  }
}
