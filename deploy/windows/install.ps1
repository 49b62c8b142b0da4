# Publishes the service as one file and installs it as a Windows service. Run in an elevated PowerShell, in the repository.
# Running it again upgrades: the settings and the data stay.
param(
    [string]$Target = "$env:ProgramFiles\JcaCop",
    [string]$Data = "$env:ProgramData\JcaCop"
)
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')
dotnet publish src/JcaCop.Worker -c Release -r win-x64 --self-contained -p:PublishSingleFile=true `
    -p:IncludeNativeLibrariesForSelfExtract=true -p:PublishReadyToRun=true -p:NuGetLockFilePath=obj/publish.lock.json -o artifacts/win-x64
if ($LASTEXITCODE -ne 0) { throw 'The publish failed.' }
if (Get-Service jcacop -ErrorAction SilentlyContinue) { Stop-Service jcacop }
New-Item -ItemType Directory -Force $Target, $Data, "$Data\secrets" | Out-Null
Copy-Item -Recurse -Force artifacts/win-x64/* $Target
$settings = "$Data\appsettings.json"
if (-not (Test-Path $settings)) { & "$Target\jcacop.exe" init --out $settings }
# A virtual account of its own: it may change its data directory and nothing else.
if (-not (Get-Service jcacop -ErrorAction SilentlyContinue)) {
    sc.exe create jcacop binPath= "`"$Target\jcacop.exe`" run --settings `"$settings`"" start= delayed-auto obj= 'NT SERVICE\jcacop' DisplayName= 'JcaCop secretariat' | Out-Null
    sc.exe failure jcacop reset= 86400 actions= restart/10000/restart/60000/restart/300000 | Out-Null
}
icacls $Data /inheritance:r /grant 'Administrators:(OI)(CI)F' 'SYSTEM:(OI)(CI)F' 'NT SERVICE\jcacop:(OI)(CI)M' | Out-Null
Write-Output "Edit $settings, put the passwords into $Data\secrets, then:"
Write-Output "  & '$Target\jcacop.exe' doctor --settings '$settings'; Start-Service jcacop"
