import Foundation
import TestSupport
import Testing

@Suite struct HistoryTests {
  @Test func entriesOfManyLinesLast() throws {
    let folder = try Folder()
    let path = try folder.file("history")
    let first = try Screen.probe("--history \(path)")
    try first.enter("s = 1.5  # \"ŷ\" \\n")
    first.paste("a = [1,\n\t2]\nŷ")
    try first.wait("\nŷ")
    first.press("Enter")
    try first.wait("got <a = [1,⏎⇥2]⏎ŷ>")
    first.press("C-d")
    try first.wait("RC=0")

    #expect(
      try String(contentsOfFile: path, encoding: .utf8) == """
        "s = 1.5  # \\"ŷ\\" \\\\n"
        "a = [1,\\n\\t2]\\nŷ"

        """
    )
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)

    let second = try Screen.probe("--history \(path)")
    second.press("Up", "Enter")
    try second.wait("got <a = [1,⏎⇥2]⏎ŷ>")
    try second.waitForPrompt()
    // through the three rows of the newest entry to the older one
    second.press("Up", "Up", "Up", "Up", "Enter")
    try second.wait("got <s = 1.5  # \"ŷ\" \\n>")
  }

  @Test func ctrlRFinds() throws {
    let folder = try Folder()
    let path = try folder.file("history", "\"depth = 50\"\n\"width = ŷ\"\n\"other\"\n")
    let screen = try Screen.probe("--history \(path)")
    screen.press("C-r")
    screen.type("dep")
    try screen.wait("depth = 50")
    screen.press("Enter")
    try screen.wait("got <depth = 50>")
    try screen.waitForPrompt()
    screen.press("C-r")
    screen.type("wid")
    try screen.wait("width = ŷ")
    screen.press("C-c")
    try screen.wait("interrupted")
    try screen.waitForPrompt()
    try screen.enter("alive")
  }

  /// libedit's search takes the square of a line's length: 110 kB would take minutes, deaf to all.
  @Test func aLongLineIsNotSearchedFrom() throws {
    let screen = try Screen.probe()
    screen.paste("v = [" + String(repeating: "1000, ", count: 2000) + "1]")
    try screen.wait("1]")
    screen.press("C-r", "q")
    screen.press("C-c")
    try screen.wait("interrupted")
    try screen.waitForPrompt()
    try screen.enter("alive")
  }

  @Test func whatIsNoPlainFileKeepsNoHistory() throws {
    let folder = try Folder()
    let other = try folder.file("other", "")
    chmod(other, 0o644)
    let link = folder.path + "/link"
    symlink("/dev/null", link)
    let pipe = folder.path + "/pipe"
    mkfifo(pipe, 0o644)
    for path in [link, pipe] {
      let screen = try Screen.probe("--history \(path)")
      try screen.enter("a")
      screen.press("C-d")
      try screen.wait("RC=0")
    }
    #expect(access("/dev/null", W_OK) == 0)
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & 0o777 == 0o666)
    // A link to a file is followed, and the file's mode is its owner's.
    symlink(other, folder.path + "/linked")
    let screen = try Screen.probe("--history \(folder.path)/linked")
    try screen.enter("b")
    screen.press("C-d")
    try screen.wait("RC=0")
    #expect(stat(other, &status) == 0 && status.st_mode & 0o777 == 0o644)
    #expect(try String(contentsOfFile: other, encoding: .utf8) == "\"b\"\n")
  }

  @Test func repetitionsAndBlanksAreLeftOut() throws {
    let folder = try Folder()
    let path = try folder.file("history")
    let screen = try Screen.probe("--history \(path)")
    for line in ["a", "a", "  ", "b", "a"] {
      screen.type(line)
      screen.press("Enter")
    }
    try screen.wait("got <a>", times: 3)
    try screen.waitForPrompt()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "\"a\"\n\"b\"\n\"a\"\n")
  }

  @Test func damagedLinesAreSkippedAndATornOneIsClosed() throws {
    let folder = try Folder()
    let path = try folder.file(
      "history",
      "\"good\"\nbad\n\"half\\\"\n\"\\u00e9\\ud800\"\n\"e\\u0301\"\n\n\"torn"
    )
    let screen = try Screen.probe("--history \(path)")
    screen.press("Up", "Up", "Enter")
    try screen.wait("got <good>")
    try screen.waitForPrompt()
    #expect(
      try String(contentsOfFile: path, encoding: .utf8).hasSuffix("\n\"torn\n\"good\"\n")
    )
  }

  @Test func aFileGrownTooLongIsTrimmed() throws {
    let folder = try Folder()
    let text = (1...25).map { "\"entry \($0)\"\n" }.joined()
    let path = try folder.file("history", text)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    let screen = try Screen.probe("--history \(path) --limit 10")
    let kept = (16...25).map { "\"entry \($0)\"\n" }.joined()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == kept)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["history"])
    try screen.enter("new")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == kept + "\"new\"\n")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func twoSessionsShareAFile() throws {
    let folder = try Folder()
    let path = try folder.file("history")
    let one = try Screen.probe("--history \(path)")
    let two = try Screen.probe("--history \(path)")
    for number in 1...3 {
      try one.enter("one \(number)")
      try two.enter("two \(number)")
    }
    #expect(
      try String(contentsOfFile: path, encoding: .utf8)
        == (1...3).map { "\"one \($0)\"\n\"two \($0)\"\n" }.joined()
    )
  }
}
