# Publishes the service as one program and installs it as a Windows service. Run in an elevated PowerShell, in the repository.
# Native libraries lie beside the program, so that nothing is unpacked at a start.
# Running it again upgrades: the settings and the data stay, the register is copied before, a service that ran runs again after it, and the
# program of before stays beside the new one as JcaCop.before. deploy\windows\uninstall.ps1 takes the program away again.
param(
    [string]$Target = "$env:ProgramFiles\JcaCop",
    [string]$Data = "$env:ProgramData\JcaCop",
    [switch]$WithoutCopy
)
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')
dotnet publish src/JcaCop.Worker -c Release -r win-x64 --self-contained -p:PublishSingleFile=true `
    -p:PublishReadyToRun=true -p:NuGetLockFilePath=obj/publish.lock.json -o artifacts/win-x64
if ($LASTEXITCODE -ne 0) { throw 'The publish failed.' }
$ran = (Get-Service jcacop -ErrorAction SilentlyContinue).Status -eq 'Running'
if (Get-Service jcacop -ErrorAction SilentlyContinue) { Stop-Service jcacop }
if ((Test-Path "$Target\jcacop.exe") -and (Test-Path "$Data\appsettings.json")) {
    $copy = "$Data\before-upgrade-$([DateTime]::UtcNow.ToString('yyyyMMddTHHmmssZ')).db"
    # What the program says is what is wrong: a register on SQL Server is copied by its own means.
    & "$Target\jcacop.exe" db backup $copy --settings "$Data\appsettings.json"
    if ($LASTEXITCODE -eq 0) { Write-Output "The register as it was before the upgrade: $copy" }
    elseif (-not $WithoutCopy) {
        if ($ran) { Start-Service jcacop }
        throw 'No copy of the register was made (above says why). Nothing is changed. Make a copy by hand, then: install.ps1 -WithoutCopy'
    }
    if (Test-Path "$Target.before") { Remove-Item -Recurse -Force "$Target.before" }
    Move-Item $Target "$Target.before"
}
New-Item -ItemType Directory -Force $Target, $Data, "$Data\secrets" | Out-Null
Copy-Item -Recurse -Force artifacts/win-x64/* $Target
$settings = "$Data\appsettings.json"
Set-Content -Encoding utf8 "$Target\settings-file" $settings
if (-not (Test-Path $settings)) { & "$Target\jcacop.exe" init --out $settings --data $Data }
# A virtual account of its own: it may change its data directory and nothing else. New-Service takes the line as it is; Windows PowerShell would lose the quotes on
# the way to sc.exe.
if (-not (Get-Service jcacop -ErrorAction SilentlyContinue)) {
    New-Service -Name jcacop -DisplayName 'JcaCop secretariat' -BinaryPathName "`"$Target\jcacop.exe`" run --settings `"$settings`"" -StartupType Automatic | Out-Null
}
foreach ($change in @('config', 'jcacop', 'start=', 'delayed-auto', 'obj=', 'NT SERVICE\jcacop'), @('failure', 'jcacop', 'reset=', '86400', 'actions=', 'restart/10000/restart/60000/restart/300000')) {
    sc.exe @change | Out-Null
    if ($LASTEXITCODE -ne 0) { throw "The service could not be set up: sc.exe $change said $LASTEXITCODE." }
}
# Administrators and SYSTEM by their numbers: their names are other ones on a Windows in another language.
icacls $Data /inheritance:r /grant '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-18:(OI)(CI)F' 'NT SERVICE\jcacop:(OI)(CI)M' | Out-Null
if ($LASTEXITCODE -ne 0) { throw "$Data could not be closed to others: icacls said $LASTEXITCODE." }
if ($ran) {
    Start-Service jcacop
    Write-Output "Upgraded; the service runs. CHANGELOG.md tells what is new. Look: & '$Target\jcacop.exe' doctor"
    exit 0
}
Write-Output "Edit $settings, put the passwords into $Data\secrets, then:"
Write-Output "  & '$Target\jcacop.exe' doctor; Start-Service jcacop"
