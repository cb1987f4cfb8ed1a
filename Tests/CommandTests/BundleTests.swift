import Foundation
import SessionSupport
import TestSupport
import Testing

/// `fathom bundle`: what is sent is run as the services run it.
struct BundleTests {
  private let fathom: Fathom
  private let right: [UInt8]

  init() throws {
    fathom = try Fathom.growth()
    right = Classroom.file(Growth.diligent, "Ada", try Growth.lesson())
  }

  private func python(_ script: String) throws -> String {
    try fathom.write(script, "script.py")
    let result = try fathom.shell("python3 script.py")
    try #require(result.status == 0, "\(result.errors)")
    return result.output
  }

  private func handIn(_ bytes: [UInt8], _ path: String) throws {
    let file = URL(filePath: fathom.path(path))
    let folder = file.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// Whether a process may have a root of its own here.
  static var canHaveRoots: Bool {
    Programs.run(["/usr/bin/unshare", "-rm", "/usr/sbin/chroot", "/", "/bin/true"]).status == 0
  }

  /// The zip is laid out as Gradescope does it, in a root with a shell, the C library and /proc alone.
  @Test(.enabled(if: canHaveRoots, "a process may not have a root of its own here"))
  func gradescopeInAnEmptyRoot() throws {
    let arguments = [
      "bundle", "gradescope", "growth", "--own", "--visibility", "after_due_date",
    ]
    let made = try fathom.run(arguments)
    #expect(made.output == "Written: growth-gradescope.zip.\n", "\(made.errors)")
    #expect(try fathom.run(arguments).status == 2)
    _ = try python(
      """
      import os, zipfile
      with zipfile.ZipFile("growth-gradescope.zip") as bundle:
        assert bundle.testzip() is None
        for info in bundle.infolist():
          assert info.date_time == (1980, 1, 1, 0, 0, 0), info
          os.chmod(bundle.extract(info, "root/autograder/source"), info.external_attr >> 16)
      """
    )
    let run =
      "unshare -rm bash -c 'mount --rbind /proc root/proc && exec /usr/sbin/chroot root "
      + "/bin/bash -c \"cd /autograder && ./source/setup.sh && ./source/run_autograder\"'"
    _ = try fathom.shell(
      """
      mkdir -p root/proc root/autograder/results root/autograder/submission
      for file in /bin/bash $(ldd /bin/bash | grep -o '/[^ ]*') $(ldd "$FATHOM" | grep -o '/[^ ]*/libm[.]so[.]6'); do
        mkdir -p "root${file%/*}" && cp -L "$file" "root$file"
      done
      """
    )
    let metadata = """
      {"id": 9, "submission_method": "upload", "assignment": {"total_points": "8.5"},
       "users": [{"email": "ada@x.org", "id": 7, "name": "Ada"}, {"email": "g@x.org", "id": 8, "name": "Grace"}]}
      """
    try fathom.write(metadata, "root/autograder/submission_metadata.json")
    func results() throws -> [String: Any] {
      let result = try fathom.shell(run)
      #expect(result.output == "", "nothing but the file says anything")
      let text = try fathom.read(fathom.path("root/autograder/results/results.json"))
      return try #require(
        JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
        "\(text)\n\(result.errors)"
      )
    }
    let none = try results()
    #expect((none["output"] as? String)?.hasPrefix("Nothing here is a transcript.") == true)
    try handIn(right, "root/autograder/submission/growth.transcript")
    let good = try results()
    #expect(good["score"] as? Double == 7.5)
    #expect(good["visibility"] as? String == "after_due_date")
    let tests = try #require(good["tests"] as? [[String: Any]])
    #expect(tests.reduce(0) { $0 + ($1["max_score"] as? Double ?? .nan) } == 8.5)
    // The file of somebody who did not hand it in.
    let other = Classroom.file(Growth.diligent, "Eve", try Growth.lesson())
    try handIn(other, "root/autograder/submission/growth.transcript")
    let unknown = try results()
    #expect(unknown["score"] as? Double == 0)
    #expect((unknown["output"] as? String)?.contains("\"Eve\" is not in the roster.") == true)
    try handIn(right, "root/autograder/submission/second.transcript")
    let two = try results()
    #expect((two["output"] as? String)?.hasPrefix("Here are 2 transcripts") == true)
    #expect(two["score"] as? Double == 0)
  }

  /// The workflow is YAML, its actions are Classroom's, and its command passes who has the points.
  @Test func gitHubsWorkflow() throws {
    let made = try fathom.run("bundle", "github", "growth", "repository", "--minimum", "7.5")
    #expect(made.output.hasSuffix("files below repository/.github.\n"), "\(made.errors)")
    #expect(try fathom.run("bundle", "github", "growth", "repository").status == 2)
    let command = try python(
      """
      import yaml
      flow = yaml.safe_load(open("repository/.github/workflows/classroom.yml"))
      assert set(flow["on"]) == {"push", "workflow_dispatch", "repository_dispatch"}, flow
      assert flow["permissions"]["contents"] == "read"
      job, = flow["jobs"].values()
      fetch, mark, report = job["steps"]
      assert fetch["uses"] == "actions/checkout@v4"
      assert mark["uses"] == "classroom-resources/autograding-command-grader@v1"
      assert mark["with"]["test-name"] == "growth" and mark["with"]["max-score"] == 8, mark
      assert report["with"]["runners"] == mark["id"]
      assert report["env"] == {mark["id"].upper() + "_RESULTS": "${{steps.%s.outputs.result}}" % mark["id"]}
      print(mark["with"]["command"], end="")
      """
    )
    func status() throws -> Int32 { try fathom.shell("cd repository && \(command)").status }
    // A push in which nothing is handed in is none that passes.
    #expect(try status() == 1)
    try handIn(right, "repository/work/growth.transcript")
    #expect(try status() == 0)
    let half = Classroom.file(["", "30", "", "t*n", "t^n"], "Ada", try Growth.lesson())
    try handIn(half, "repository/work/growth.transcript")
    #expect(try status() == 1)
  }

  /// Where libarchive is missing, the package is named and nothing is left behind.
  @Test func withoutLibarchive() throws {
    try fathom.write("no library", "libarchive.so.13")
    let libraries = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? ""
    let result = try fathom.run(
      ["bundle", "gradescope", "growth"],
      environment: ["LD_LIBRARY_PATH": "\(fathom.home):\(libraries)"]
    )
    #expect(result.status == 1)
    #expect(result.errors.contains("On Debian: apt-get install libarchive13."))
    let files = try FileManager.default.contentsOfDirectory(atPath: fathom.home)
    #expect(!files.contains { $0.contains(".zip") }, "\(files)")
  }

  @Test func whatCannotBeMarkedIsNotSent() throws {
    let copy = fathom.path("copy.lesson.md")
    try fathom.run("release", "growth", "-o", copy)
    #expect(try fathom.run("bundle", "gradescope", copy).errors.contains("it has no keys"))
    let wrong = try Growth.text().replacing("reject = [\"t*n\",", with: "reject = [\"t^(n*1)\",")
    let file = try fathom.write(wrong, "wrong.lesson.md")
    let refused = try fathom.run("bundle", "github", file, "repository")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("FL112") && refused.errors.hasSuffix("Nothing was written.\n"))
    #expect(!FileManager.default.fileExists(atPath: fathom.path("repository")))
    let table = try fathom.write("", "empty.csv")
    #expect(try fathom.run("bundle", "gradescope", "growth", "--roster", table).status == 2)
    #expect(try fathom.run("bundle", "github", "growth", "--minimum", "all").status == 2)
    let both = ["bundle", "gradescope", "growth", "--roster", table, "--own"]
    #expect(try fathom.run(both).errors.contains("--own takes the names of Gradescope"))
  }
}
