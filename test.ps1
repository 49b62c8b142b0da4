# Builds everything and runs every test on Windows. What this machine cannot run is reported as skipped, with the reason.
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot
$results = 'artifacts/tests'
Remove-Item -Recurse -Force $results -ErrorAction SilentlyContinue
New-Item -ItemType Directory -Force $results | Out-Null
dotnet build -c Release -v minimal --nologo
if ($LASTEXITCODE -ne 0) { Write-Output '0 passed, 1 failed, 0 skipped'; exit 1 }
$passed = 0; $failed = 0; $skipped = 0; $failures = @()
foreach ($project in Get-ChildItem tests/*/*.csproj) {
    $name = $project.BaseName
    $log = "$results/$name.log"
    Write-Output "== $name"
    & dotnet "tests/$name/bin/Release/net10.0/$name.dll" -noColor -noLogo *> $log
    $code = $LASTEXITCODE
    $summary = Select-String -Path $log -Pattern 'Total: (\d+), Errors: (\d+), Failed: (\d+), Skipped: (\d+), Not Run: (\d+)' | Select-Object -Last 1
    if ($summary) {
        $n = $summary.Matches[0].Groups
        $f = [int]$n[2].Value + [int]$n[3].Value; $s = [int]$n[4].Value
        $p = [int]$n[1].Value - [int]$n[3].Value - $s - [int]$n[5].Value
    } else { $p = 0; $f = 1; $s = 0 }
    if ($code -ne 0 -and $f -eq 0) { $f = 1 }
    if ($f -gt 0) {
        Get-Content $log -Tail 300
        $failures += Select-String -Path $log -SimpleMatch '[FAIL]' -Context 0, 8 | ForEach-Object { $_.Line; $_.Context.PostContext }
        if ($code -ne 0) { $failures += "   $name ended with code $code" }
    }
    else { Select-String -Path $log -SimpleMatch '[SKIP]' -Context 0, 1 | ForEach-Object { $_.Line; $_.Context.PostContext } }
    Write-Output "   $p passed, $f failed, $s skipped"
    $passed += $p; $failed += $f; $skipped += $s
}
# Once more at the end, where they are found: of a long output often only the last part is kept.
if ($failures) { Write-Output '== What failed' $failures }
Write-Output "$passed passed, $failed failed, $skipped skipped"
if ($failed -gt 0 -or $passed -eq 0) { exit 1 }
